using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Overview;

/// <summary>The first screen answers the question of the role.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(Person person, OverviewQueries queries, CampaignOverviewQuery campaigns, DueWork work) : PageModel
{
    public PortalRole Role => person.Role;

    /// <summary>What is due, late and waiting; null for who has no such work.</summary>
    public DueOverview? Due { get; private set; }

    public InstallationOverview? Installation { get; private set; }

    public ListOverview? List { get; private set; }

    public CollectionOverview? Collection { get; private set; }

    public IReadOnlyList<CampaignOverview> Campaigns { get; private set; } = [];

    public IReadOnlyList<WatchedSchool> Schools { get; private set; } = [];

    /// <summary>Why the principal's school is listed or not; empty for other roles.</summary>
    public IReadOnlyList<ExplanationSentence> OwnExplanation { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (DueWork.ReaderOf(Role, person.Scope) is { } reader)
        {
            var today = await person.TodayAsync();
            Due = new DueOverview(await work.SummaryAsync(reader, today, cancellationToken), today);
        }

        if (Role == PortalRole.Administrator)
        {
            Installation = await queries.InstallationAsync(cancellationToken);
            return;
        }

        List = await queries.NewestListAsync(cancellationToken);
        if (Role is PortalRole.RegionalCoordinator or PortalRole.MunicipalCoordinator or PortalRole.Observer)
        {
            Collection = await queries.CollectionAsync(cancellationToken);
            Campaigns = await campaigns.ReadAsync(cancellationToken);
        }

        if (Role != PortalRole.RegionalCoordinator && List is not null)
        {
            Schools = await queries.SchoolsAsync(List.Id, listedFirst: Role is PortalRole.Curator or PortalRole.Principal, cancellationToken);
        }

        if (Role == PortalRole.Principal && List is not null && Schools.Count == 1)
        {
            OwnExplanation = ExplanationText.Explain(Schools[0].Verdict, await queries.MethodologyAsync(List.Id, cancellationToken), List.ResultsYear);
        }
    }
}
