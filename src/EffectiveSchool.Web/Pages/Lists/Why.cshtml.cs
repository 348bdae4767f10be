using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>«Почему школа в перечне»: readable by a principal, printable.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class WhyModel(ListDocuments documents, SourceLinks links) : PageModel
{
    public ListCover Cover { get; private set; } = null!;

    public ListRow Row { get; private set; } = null!;

    /// <summary>Files of the sources that the reader may open.</summary>
    public IReadOnlyDictionary<ResultSource, string> Links { get; private set; } = new Dictionary<ResultSource, string>();

    /// <summary>The page of the result behind a marker.</summary>
    public Func<LowResultMarker, string> ResultHref => marker => SourcesModel.Address(Row.SchoolId, marker.Year, marker.Procedure);

    public string Question => Row.Verdict switch
    {
        { IsUnknown: true } => "Почему по школе нет вывода",
        { NotJudged: null } verdict when Cover.Heading.Methodology.Kind == MethodologyKind.RiskZone => verdict.Listed ? "Почему школа в зоне риска" : "Почему школа не в зоне риска",
        { NotJudged: not null } => "Почему школа не оценивалась",
        { Listed: true } => "Почему школа в перечне",
        _ => "Почему школа не в перечне",
    };

    public async Task<IActionResult> OnGetAsync(int id, int schoolId, CancellationToken cancellationToken)
    {
        if (await documents.SchoolAsync(id, schoolId, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Cover, Row) = found;
        Links = await links.OfAsync(Row.Verdict, id, cancellationToken);
        return Page();
    }
}
