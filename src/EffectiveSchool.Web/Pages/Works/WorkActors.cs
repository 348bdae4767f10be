using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>From where the signed-in person acts on works.</summary>
public sealed class WorkActors(Person person, Authors authors)
{
    /// <summary>The level of the person; null for those who only look.</summary>
    public DutyLevel? Level => DueWork.ReaderOf(person.Role, person.Scope) is { Decides: true } reader ? reader.Level : null;

    /// <summary>What the person may do with many works at once; the state machine of each work has the last word.</summary>
    public IReadOnlyList<WorkAction> Actions => Level is null ? [] : [.. Enum.GetValues<WorkAction>().Where(a => person.May(PolicyOf(a)))];

    public static string PolicyOf(WorkAction action) => action switch
    {
        WorkAction.Start or WorkAction.Report or WorkAction.Submit => Policies.ReportWork,
        WorkAction.Accept or WorkAction.Return or WorkAction.Move => Policies.ReviewWork,
        WorkAction.Dismiss => Policies.ManageProgrammes,
        _ => Policies.DiscussWork,
    };

    public async Task<WorkActor> CurrentAsync(CancellationToken cancellationToken) =>
        new(await authors.CurrentAsync(cancellationToken), Level ?? throw new InvalidOperationException("A role without a level was let in."));
}
