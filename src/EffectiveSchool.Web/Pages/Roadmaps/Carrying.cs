using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>A line of a preview: an activity before and after it is carried on.</summary>
/// <param name="Key">Names it in the form: key of the source activity, or its place in a template.</param>
/// <param name="Line">The activity.</param>
/// <param name="IsChosen">Whether it is ticked; null where everything is carried on.</param>
/// <param name="Note">What else to say of it.</param>
public sealed record CarriedRow(int Key, CarriedLine Line, bool? IsChosen = null, string? Note = null);

/// <summary>Plans that are made of other plans: read in the new period, corrected by a person, stored only then.</summary>
public sealed class Carrying(PortalDb db, Person person, TimeProvider clock)
{
    private const int LongestName = 500;

    /// <summary>Roadmaps of a programme with their activities.</summary>
    public async Task<IReadOnlyList<Roadmap>> RoadmapsAsync(int programmeId, CancellationToken cancellationToken) =>
        await db.Roadmaps.AsNoTrackingWithIdentityResolution().Include(r => r.Sections).Include(r => r.Activities).ThenInclude(a => a.Occurrences)
            .Where(r => r.ProgrammeId == programmeId).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

    /// <summary>A line carried on with what a person wrote instead of its term.</summary>
    public static CarriedLine Carry(PlanLine line, ProgrammePeriod old, ProgrammePeriod period, int years, string? typed)
    {
        var carried = CarriedLine.Carry(line, old, period, years);
        var written = typed?.Trim().ReplaceLineEndings("\n");
        return written is null || written == carried.Written.Trim().ReplaceLineEndings("\n") ? carried : CarriedLine.Carry(line, old, period, years, written);
    }

    /// <summary>A new roadmap of these lines, not yet stored.</summary>
    public Roadmap Build(Programme programme, string name, string origin, IEnumerable<(CarriedLine Line, int? SourceId)> lines)
    {
        var roadmap = New(programme, name, origin);
        foreach (var (line, source) in lines)
        {
            roadmap.Add(line, source);
        }

        db.Roadmaps.Add(roadmap);
        return roadmap;
    }

    private Roadmap New(Programme programme, string name, string origin) => new()
    {
        ProgrammeId = programme.Id,
        RegionId = programme.RegionId,
        Name = name.Length > LongestName ? name[..LongestName] : name,
        FileName = "",
        Sha256 = "",
        Origin = origin,
        Author = person.DisplayName,
        CreatedAt = clock.GetUtcNow(),
    };
}
