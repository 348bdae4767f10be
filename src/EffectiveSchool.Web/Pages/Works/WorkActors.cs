using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>From where the signed-in person acts on works.</summary>
public sealed class WorkActors(Person person, Authors authors)
{
    /// <summary>The level of the person; null for those who only look.</summary>
    public DutyLevel? Level => DueWork.ReaderOf(person.Role, person.Scope) is { Decides: true } reader ? reader.Level : null;

    public async Task<WorkActor> CurrentAsync(CancellationToken cancellationToken) =>
        new(await authors.CurrentAsync(cancellationToken), Level ?? throw new InvalidOperationException("A role without a level was let in."));
}
