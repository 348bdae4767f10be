using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>A line of what changed: a property each, so that the order goes on in SQL.</summary>
public sealed record WorkChangeLine
{
    public required int Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Author { get; init; }

    public required WorkStep Step { get; init; }

    public required string Text { get; init; }

    public required int WorkId { get; init; }

    public required string Programme { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Doer { get; init; }

    public required WorkState State { get; init; }
}

/// <summary>What of the changes is shown.</summary>
public enum ChangeKind
{
    Status,
    Facts,
    Evidence,
    Comments,
}

/// <summary>Which changes are shown.</summary>
public sealed record ChangesFilter
{
    /// <summary>From this moment of the region's clock; null: since the previous visit.</summary>
    public DateTime? Since { get; init; }

    public ChangeKind? Kind { get; init; }

    public int? Programme { get; init; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int Page { get; init; } = 1;
}

/// <summary>What changed in the works of the scope since a moment.</summary>
public sealed class WorkChanges(PortalDb db, Person person, TimeProvider clock)
{
    /// <summary>For whoever comes for the first time.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    public static IReadOnlyList<WorkStep> StepsOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Facts => [WorkStep.Reported],
        ChangeKind.Evidence => [WorkStep.Attached, WorkStep.Detached],
        ChangeKind.Comments => [WorkStep.Remark],
        _ => [.. Enum.GetValues<WorkStep>().Except([.. StepsOf(ChangeKind.Facts), .. StepsOf(ChangeKind.Evidence), .. StepsOf(ChangeKind.Comments)])],
    };

    public static string Text(ChangeKind kind) => kind switch
    {
        ChangeKind.Facts => "отчёты о результатах",
        ChangeKind.Evidence => "подтверждения",
        ChangeKind.Comments => "комментарии",
        _ => "статусы и сроки",
    };

    /// <summary>The person's previous visit; null for the first one.</summary>
    public Task<DateTimeOffset?> PreviousVisitAsync(CancellationToken cancellationToken) =>
        db.Users.IgnoreAutoIncludes().Where(u => u.Id == person.Id).Select(u => u.PreviousVisitAt).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The moment asked for, in UTC; else the previous visit, else a week ago.</summary>
    public async Task<DateTimeOffset> SinceAsync(DateTime? asked, CancellationToken cancellationToken)
    {
        if (asked is not { } local)
        {
            return await PreviousVisitAsync(cancellationToken) ?? (clock.GetUtcNow() - Usual);
        }

        var zone = await person.ZoneAsync();
        var moment = DateTime.SpecifyKind(local.Year is < 2000 or > 2100 ? new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : local, DateTimeKind.Unspecified);
        return new DateTimeOffset(moment, zone.GetUtcOffset(moment)).ToUniversalTime();
    }

    public Task<int> CountAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        db.Set<WorkEvent>().CountAsync(e => e.At >= since && e.AuthorId != person.Id, cancellationToken);

    /// <summary>Newest first; what the reader did is among it.</summary>
    public IQueryable<WorkChangeLine> Lines(DateTimeOffset since, ChangesFilter filter)
    {
        var steps = filter.Kind is { } kind ? StepsOf(kind) : Enum.GetValues<WorkStep>();
        return from change in db.Set<WorkEvent>().Where(e => e.At >= since && steps.Contains(e.Step))
               join work in db.Works on change.WorkId equals work.Id
               from activity in db.Activities.Where(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId))
               join programme in db.Programmes on work.ProgrammeId equals programme.Id
               from school in db.Schools.Where(s => s.Id == work.SchoolId).DefaultIfEmpty()
               from municipality in db.Municipalities.Where(m => m.Id == work.MunicipalityId).DefaultIfEmpty()
               where filter.Programme == null || work.ProgrammeId == filter.Programme
               orderby change.At descending, change.Id descending
               select new WorkChangeLine
               {
                   Id = change.Id,
                   At = change.At,
                   Author = change.Author,
                   Step = change.Step,
                   Text = change.Text,
                   WorkId = work.Id,
                   Programme = programme.Name,
                   Number = activity.Number,
                   Title = activity.Title,
                   Doer = school != null ? school.Name : municipality != null ? municipality.Name : "регион",
                   State = work.State,
               };
    }
}
