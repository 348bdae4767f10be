using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>Reads a plan with its works once for every picture; the scope filter leaves the reader their own works.</summary>
public sealed class PlanQuery(PortalDb db, Person person)
{
    /// <summary>The plan of a roadmap (or of a programme), or null where the reader has no such one.</summary>
    public async Task<Plan?> ReadAsync(bool ofProgramme, int id, PictureFilter filter, CancellationToken cancellationToken)
    {
        var roadmaps = await db.Roadmaps.AsNoTracking().Where(r => ofProgramme ? r.ProgrammeId == id : r.Id == id).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.ProgrammeId, r.Name, r.Source }).ToListAsync(cancellationToken);
        var programmeId = ofProgramme ? id : roadmaps.FirstOrDefault()?.ProgrammeId;
        if (await db.Programmes.Where(p => p.Id == programmeId).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync(cancellationToken) is not { } programme)
        {
            return null;
        }

        var ids = roadmaps.ConvertAll(r => r.Id);
        var activities = await db.Activities.AsNoTracking().Include(a => a.Section).Include(a => a.Occurrences)
            .Where(a => ids.Contains(a.RoadmapId) && (a.WithdrawnIn == null || a.Occurrences.Any(o => db.Works.Any(w => w.OccurrenceId == o.Id))))
            .OrderBy(a => a.RoadmapId).ThenBy(a => a.Position).ToListAsync(cancellationToken);
        var works = await db.Works.Where(w => w.ProgrammeId == programme.Id).OrderBy(w => w.Id)
            .Select(w => new PlanWork(w.Id, w.OccurrenceId, w.SchoolId, w.MunicipalityId, w.From, w.Due, w.State)).ToListAsync(cancellationToken);
        var dated = activities.SelectMany(a => a.Occurrences).Select(o => o.Id).ToHashSet();
        works.RemoveAll(w => !dated.Contains(w.OccurrenceId));
        var moves = await WorkMoves.OfAsync(db, programme.Id, cancellationToken);
        works = works.ConvertAll(w => w with { FirstDue = moves.FirstDue(w.Id) });

        var schools = await db.Schools.Select(s => new { s.Id, s.Name, s.MunicipalityId }).ToDictionaryAsync(s => s.Id, cancellationToken);
        var municipalities = await db.Municipalities.ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        int? PlaceOf(PlanWork work) => work.SchoolId is { } school ? schools.GetValueOrDefault(school)?.MunicipalityId : work.MunicipalityId;
        var chosen = works.Where(w => (filter.School is null || w.SchoolId == filter.School) && (filter.Municipality is null || PlaceOf(w) == filter.Municipality)).ToLookup(w => w.OccurrenceId);
        var names = roadmaps.ToDictionary(r => r.Id, r => r.Name);
        return new Plan
        {
            Address = ofProgramme ? $"/programmes/{id}" : $"/roadmaps/{id}",
            Name = ofProgramme ? programme.Name : roadmaps[0].Name,
            ProgrammeId = programme.Id,
            Programme = programme.Name,
            OfProgramme = ofProgramme,
            Today = await person.TodayAsync(),
            Filter = filter,
            Activities =
            [
                .. activities.Where(a => filter.Responsible is not { Length: > 0 } responsible || a.Responsible == responsible)
                    .Select(a => new PlannedActivity(a, SectionOf(a, roadmaps.Count > 1 ? names[a.RoadmapId] : null), [.. a.Occurrences.SelectMany(o => chosen[o.Id])])),
            ],
            IsPart = filter.ChoosesDoers || !person.Scope.SeesRegion,
            SchoolNames = schools.ToDictionary(s => s.Key, s => s.Value.Name),
            MunicipalityNames = municipalities,
            Schools = ByName(works.Select(w => w.SchoolId).OfType<int>(), key => schools.GetValueOrDefault(key)?.Name),
            Municipalities = ByName(works.Select(PlaceOf).OfType<int>(), key => municipalities.GetValueOrDefault(key)),
            Responsibles = [.. activities.Select(a => a.Responsible).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Years = [.. activities.SelectMany(a => a.Occurrences).SelectMany(o => Enumerable.Range(o.From.Year, o.Due.Year - o.From.Year + 1)).Distinct().Order()],
            Sources = [.. roadmaps.Select(r => r.Source)],
        };
    }

    private static string SectionOf(Activity activity, string? roadmap)
    {
        var path = activity.Section is { } section ? string.Join(" / ", section.Path) : "";
        return roadmap is null ? path : path.Length == 0 ? roadmap : $"{roadmap}: {path}";
    }

    private static IReadOnlyList<(int Id, string Name)> ByName(IEnumerable<int> keys, Func<int, string?> name) =>
        [.. keys.Distinct().Select(k => (k, name(k))).Where(k => k.Item2 is not null).Select(k => (k.k, k.Item2!)).OrderBy(k => k.Item2, StringComparer.Ordinal)];
}
