using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain;
using EffectiveSchool.Web.Jobs;
using Quartz;

namespace EffectiveSchool.Web.Curators;

/// <summary>Opens the schools of assignments that begin and closes those of assignments that have ended; may be done again at any time.</summary>
public sealed class GrantsJob(IServiceProvider services, RecheckedSessions sessions) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var changed = await scope.ServiceProvider.GetRequiredService<CuratorGrants>().RenewAllAsync(cancellationToken);
        foreach (var id in changed)
        {
            sessions.Recheck(id);
        }

        context.Result = changed.Count == 0
            ? JobRunReport.Skipped("ничего не изменилось")
            : JobRunReport.Succeeded($"изменён доступ: {RussianWords.Count(changed.Count, "куратор", "куратора", "кураторов")}");
    }
}
