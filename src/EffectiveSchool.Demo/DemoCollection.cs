using EffectiveSchool.Data;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>The campaign of the last year: half of the deadlines have passed, a third of the municipalities have confirmed all, a third some.</summary>
internal sealed class DemoCollection(PortalDb db, TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromDays(12);

    public async Task LoadAsync(Region region, int year, Guid author, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = Procedures.Federal.Where(p => Procedures.WasHeld(p.Code, year)).ToList();
        var campaign = new CollectionCampaign { RegionId = region.Id, Year = year };
        var refusal = campaign.Plan(
            $"Сбор результатов {year} года",
            [.. held.Select((p, i) => new ProcedureDeadline(p.Code, Within(year, DateOnly.FromDateTime((now + ((i - (held.Count / 2)) * Apart)).DateTime))))],
            new HashSet<string>());
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demo campaign was refused: {refusal}");
        }

        db.Campaigns.Add(campaign);
        var procedures = await db.Procedures.Where(p => held.Select(h => h.Code).Contains(p.Code)).OrderBy(p => p.Position).ToListAsync(cancellationToken);
        var municipalities = await db.Municipalities.Where(m => m.RegionId == region.Id).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        foreach (var (municipality, place) in municipalities.Select((m, i) => (m, i)))
        {
            var confirmed = (place % 3) switch { 0 => procedures.Count, 1 => procedures.Count / 2, _ => 0 };
            db.Confirmations.AddRange(procedures.Take(confirmed).Select(p => new DataConfirmation
            {
                RegionId = region.Id,
                MunicipalityId = municipality.Id,
                ProcedureId = p.Id,
                Year = year,
                ConfirmedAt = now,
                ConfirmedBy = author,
                Author = $"муниципальный координатор, {municipality.Name}",
                OnBehalf = false,
            }));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The demo may be of any year: its deadlines stay where a campaign of that year may have them.</summary>
    private static DateOnly Within(int year, DateOnly day) =>
        day.Year < year ? new DateOnly(year, 12, 1) : day.Year > year + 1 ? new DateOnly(year + 1, 3, 1) : day;
}
