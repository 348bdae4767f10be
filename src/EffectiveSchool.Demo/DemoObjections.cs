using EffectiveSchool.Data;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>
/// Two objections to the preliminary list, where its municipal coordinator sees them: one waits for a decision, one was
/// rejected. The school of the demo principal is left alone: that one is for whoever tries the portal.
/// </summary>
public sealed class DemoObjections(PortalDb db, ObjectionDesk desk, TimeProvider clock)
{
    /// <summary>Adds both, or as many as there are other listed schools.</summary>
    public async Task LoadAsync(Region region, PortalUser regional, CancellationToken cancellationToken)
    {
        var list = await db.Lists.SingleAsync(l => l.RegionId == region.Id && l.State == ListState.Preliminary && l.Kind == MethodologyKind.LowResults, cancellationToken);
        var near = await db.Users.Where(u => u.Role == PortalRole.MunicipalCoordinator).Select(u => u.MunicipalityId).FirstAsync(cancellationToken);
        var schools = await db.ListSchools.AsNoTracking()
            .Where(s => s.ListId == list.Id && s.Listed && !db.Users.Any(u => u.Role == PortalRole.Principal && u.Schools.Any(o => o.SchoolId == s.SchoolId)))
            .OrderByDescending(s => s.MunicipalityId == near).ThenBy(s => s.SchoolId)
            .Take(2).ToListAsync(cancellationToken);
        if (schools is [var waits, ..] && waits.Verdict.Markers.LastOrDefault(m => m is { State: MarkerState.Low, Participants: not null }) is { } low)
        {
            await SubmitAsync(
                list,
                waits.SchoolId,
                waits.Name,
                new ClaimedNumber(low.Procedure, low.Year, low.Participants!.Value, low.Failed!.Value - 1),
                "Одна работа проверена повторно: порог преодолён, отметка исправлена протоколом комиссии школы.",
                cancellationToken);
        }

        if (schools is [_, var refused])
        {
            var id = await SubmitAsync(
                list, refused.SchoolId, refused.Name, null, "В год оценки школа переезжала в другое здание. Просим не включать её в перечень.", cancellationToken);
            var objection = await db.Objections.SingleAsync(o => o.Id == id, cancellationToken);
            var by = new Author(regional.Id, $"{PortalRole.RegionalCoordinator.RussianName()}, {region.Name}");
            Demand(await desk.MoveAsync(
                objection,
                o => o.TakeUp(by, clock.GetUtcNow()) ?? o.Reject("Числа школа не оспаривает, а методика не предусматривает исключений: критерий применён верно.", by, clock.GetUtcNow()),
                null,
                cancellationToken));
        }
    }

    private async Task<int> SubmitAsync(SchoolList list, int school, string name, ClaimedNumber? number, string grounds, CancellationToken cancellationToken)
    {
        var (id, refusal) = await desk.SubmitAsync(
            new ObjectionClaim(list.Id, school, ObjectionSide.School, number, grounds),
            new Author(Guid.Empty, $"{PortalRole.Principal.RussianName()}, {name}"),
            _ => Task.FromResult<IReadOnlyList<StoredFile>>([]),
            cancellationToken);
        Demand(refusal);
        return id!.Value;
    }

    private static void Demand(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"A demo objection was refused: {refusal}");
        }
    }
}
