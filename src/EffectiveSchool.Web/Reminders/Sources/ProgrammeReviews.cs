using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Programmes that wait to be agreed, and those returned to whose they are.</summary>
public sealed class ProgrammeReviews(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var waiting = await db.Programmes.AsNoTracking().Include(p => p.Parent).Include(p => p.ReviewEvents)
            .Where(p => p.Review == ReviewState.UnderReview || p.Review == ReviewState.Amended || p.Review == ReviewState.Returned)
            .Select(p => new
            {
                Programme = p,
                Place = db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == p.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(w => new DueItem
            {
                Key = $"programme-{w.Programme.Id}",
                Title = w.Programme.Review switch
                {
                    ReviewState.UnderReview => "Согласуйте программу",
                    ReviewState.Amended => "Согласуйте изменения программы",
                    _ => "Доработайте возвращённую программу",
                } + $" «{w.Programme.Name}»",
                Place = w.Place,
                Page = $"/programmes/{w.Programme.Id}",
                Owner = (w.Programme.AwaitsDecision ? w.Programme.Parent! : w.Programme).Level.Duty(),
                AwaitsDecision = true,
                ChangedAt = w.Programme.ReviewEvents.Max(e => e.At),
            }),
        ];
    }
}
