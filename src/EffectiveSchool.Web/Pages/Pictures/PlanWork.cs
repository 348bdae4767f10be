using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>A work as pictures need it.</summary>
public sealed record PlanWork(int Id, int OccurrenceId, int? SchoolId, int? MunicipalityId, DateOnly From, DateOnly Due, WorkState State)
{
    /// <summary>The earliest last day it was moved from; null where it never was.</summary>
    public DateOnly? FirstDue { get; init; }
}

/// <summary>An activity with its section, its occurrences and the works on them that are chosen.</summary>
public sealed record PlannedActivity(Activity Activity, string Section, IReadOnlyList<PlanWork> Works);

/// <summary>A plan — a roadmap, or all roadmaps of a programme — as its reader sees it and has narrowed it.</summary>
public sealed record Plan
{
    /// <summary>«/roadmaps/1» or «/programmes/1».</summary>
    public required string Address { get; init; }

    public required string Name { get; init; }

    public required int ProgrammeId { get; init; }

    public required string Programme { get; init; }

    public required bool OfProgramme { get; init; }

    public required DateOnly Today { get; init; }

    public required PictureFilter Filter { get; init; }

    /// <summary>Activities in the order of the plan.</summary>
    public required IReadOnlyList<PlannedActivity> Activities { get; init; }

    /// <summary>Whether the reader sees the works of some doers only, by scope or by filter.</summary>
    public required bool IsPart { get; init; }

    public required IReadOnlyDictionary<int, string> SchoolNames { get; init; }

    public required IReadOnlyDictionary<int, string> MunicipalityNames { get; init; }

    /// <summary>Schools that do something here, for the filter.</summary>
    public required IReadOnlyList<(int Id, string Name)> Schools { get; init; }

    /// <summary>Municipalities that do something here, or whose schools do.</summary>
    public required IReadOnlyList<(int Id, string Name)> Municipalities { get; init; }

    public required IReadOnlyList<string> Responsibles { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>What the plans were made of, each in words.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public IEnumerable<PlanWork> Works => Activities.SelectMany(a => a.Works);

    /// <summary>Programme and what is chosen, for the head of documents.</summary>
    public string Subtitle => string.Join(". ", new[]
    {
        OfProgramme ? "" : Programme,
        Filter.Municipality is { } municipality ? MunicipalityNames.GetValueOrDefault(municipality, "") : "",
        Filter.School is { } school ? SchoolNames.GetValueOrDefault(school, "") : "",
        Filter.Responsible is { Length: > 0 } responsible ? $"Ответственный: {responsible}" : "",
        Filter.Year is { } year ? $"{year} год" : "",
        IsPart && !Filter.ChoosesDoers ? "Только мероприятия, которые вам видны" : "",
    }.Where(t => t.Length > 0).DefaultIfEmpty("Все мероприятия"));

    /// <summary>Who does a work, by name.</summary>
    public string DoerOf(PlanWork work) => work switch
    {
        { SchoolId: { } school } => SchoolNames.GetValueOrDefault(school, "школа"),
        { MunicipalityId: { } municipality } => $"Один раз для всех: {MunicipalityNames.GetValueOrDefault(municipality, "муниципалитет")}",
        _ => "Один раз для всех: регион",
    };
}
