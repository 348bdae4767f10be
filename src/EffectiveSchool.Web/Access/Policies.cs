using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Access;

/// <summary>The policies that pages and handlers declare. What none of them allows is denied.</summary>
public static class Policies
{
    /// <summary>Looks at schools, results, lists and methodologies within the own scope.</summary>
    public const string ReadFigures = nameof(ReadFigures);

    /// <summary>Sees uploads: who sent which file.</summary>
    public const string ReadUploads = nameof(ReadUploads);

    /// <summary>Uploads results and takes uploads back.</summary>
    public const string UploadResults = nameof(UploadResults);

    /// <summary>Campaigns of collection and their deadlines.</summary>
    public const string ManageCollection = nameof(ManageCollection);

    /// <summary>Edits and imports the registry.</summary>
    public const string ManageRegistry = nameof(ManageRegistry);

    /// <summary>Methodologies, identification, life of lists.</summary>
    public const string ManageLists = nameof(ManageLists);

    /// <summary>Annexes published with orders, beside the portal's own lists.</summary>
    public const string ReadAnnexes = nameof(ReadAnnexes);

    /// <summary>Objects to a preliminary list, and withdraws the own objection.</summary>
    public const string SubmitObjections = nameof(SubmitObjections);

    /// <summary>Adds words and files to an objection that is not decided.</summary>
    public const string DiscussObjections = nameof(DiscussObjections);

    /// <summary>Accounts: of everybody, or of those that a region keeps.</summary>
    public const string ManagePeople = nameof(ManagePeople);

    /// <summary>Reference data, journal.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Who takes part in the programmes of the region or of the own municipality, and what of them is not needed.</summary>
    public const string ManageProgrammes = nameof(ManageProgrammes);

    /// <summary>Writes programmes and their roadmaps of the own place: of the region, the municipality or the school.</summary>
    public const string WriteProgrammes = nameof(WriteProgrammes);

    /// <summary>Decides on the programmes of those below.</summary>
    public const string ReviewProgrammes = nameof(ReviewProgrammes);

    /// <summary>Assigns curators to schools and hands schools over.</summary>
    public const string ManageCurators = nameof(ManageCurators);

    /// <summary>Writes agreements with partner schools down.</summary>
    public const string KeepAgreements = nameof(KeepAgreements);

    /// <summary>Writes visits down.</summary>
    public const string RecordVisits = nameof(RecordVisits);

    /// <summary>Reports the work on an occurrence: the school, or a coordinator above for it.</summary>
    public const string ReportWork = nameof(ReportWork);

    /// <summary>Accepts and returns reports, moves dates.</summary>
    public const string ReviewWork = nameof(ReviewWork);

    /// <summary>Comments the work.</summary>
    public const string DiscussWork = nameof(DiscussWork);

    /// <summary>Events: plans, holds and fills in what the own scope holds, tells numbers of the own schools.</summary>
    public const string KeepEvents = nameof(KeepEvents);

    /// <summary>Words and norms of events.</summary>
    public const string KeepEventRules = nameof(KeepEventRules);

    private static readonly PortalRole[] Everyone = Enum.GetValues<PortalRole>();

    /// <summary>Which roles each policy lets in.</summary>
    public static IReadOnlyDictionary<string, PortalRole[]> Roles { get; } = new Dictionary<string, PortalRole[]>(StringComparer.Ordinal)
    {
        [ReadFigures] = Everyone,
        [ReadUploads] = [PortalRole.Administrator, PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Observer],
        [UploadResults] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator],
        [ManageCollection] = [PortalRole.RegionalCoordinator],
        [ManageRegistry] = [PortalRole.RegionalCoordinator],
        [ManageLists] = [PortalRole.RegionalCoordinator],
        [ReadAnnexes] = [PortalRole.Administrator, PortalRole.RegionalCoordinator, PortalRole.Observer],
        [SubmitObjections] = [PortalRole.MunicipalCoordinator, PortalRole.Principal],
        [DiscussObjections] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Principal],
        [ManageCurators] = [PortalRole.RegionalCoordinator],
        [KeepAgreements] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator],
        [RecordVisits] = [PortalRole.RegionalCoordinator, PortalRole.Curator],
        [ManagePeople] = [PortalRole.Administrator, PortalRole.RegionalCoordinator],
        [ManageProgrammes] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator],
        [WriteProgrammes] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Principal],
        [ReviewProgrammes] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator],
        [ReportWork] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Principal],
        [ReviewWork] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Curator],
        [DiscussWork] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Curator, PortalRole.Principal],
        [KeepEvents] = [PortalRole.RegionalCoordinator, PortalRole.MunicipalCoordinator, PortalRole.Principal],
        [KeepEventRules] = [PortalRole.Administrator, PortalRole.RegionalCoordinator],
        [Administer] = [PortalRole.Administrator],
    };

    public static void Configure(AuthorizationOptions options)
    {
        // A page that declares nothing is closed to everybody.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        foreach (var (policy, roles) in Roles)
        {
            options.AddPolicy(policy, p => p.RequireRole(roles.Select(r => r.ToString())));
        }
    }
}
