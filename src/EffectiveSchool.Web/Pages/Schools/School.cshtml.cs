using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Reports.Schools;
using EffectiveSchool.Web.Pages.Lists.Federal;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Schools;

[Authorize(Policies.ReadFigures)]
public sealed class SchoolModel(PortalDb db, Person person, SchoolDocuments documents, SchoolRights rights, SourceLinks links, JournalMarks marks, FederalLevelQuery federal) : PageModel
{
    public SchoolDocument Document { get; private set; } = null!;

    public SchoolCard Card { get; private set; } = null!;

    public IReadOnlyList<JournalMarksLine> JournalMarks { get; private set; } = [];

    public IReadOnlyList<string> Steps { get; private set; } = [];

    /// <summary>Files of the sources that the reader may open.</summary>
    public IReadOnlyDictionary<ResultSource, string> Links { get; private set; } = new Dictionary<ResultSource, string>();

    /// <summary>Federal lists the school stands in, oldest first.</summary>
    public IReadOnlyList<FederalMark> Federal { get; private set; } = [];

    /// <summary>The page of the result behind a marker.</summary>
    public Func<LowResultMarker, string> ResultHref => marker => SourcesModel.Address(Document.SchoolId, marker.Year, marker.Procedure);

    public bool Edits => rights.Edits;

    public bool SeesContacts => rights.SeesContacts;

    /// <summary>The way back: a principal has one school and no registry.</summary>
    public bool IsOwnOnly => person.Role == PortalRole.Principal && person.Scope.SchoolIds is { Count: 1 };

    /// <summary>«Приозёрный район · код ФИС ОКО 990034 · СОШ · 412 обучающихся»: only what is known.</summary>
    public IEnumerable<string> Lead => new[]
    {
        Document.Municipality,
        Card.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.To is null).Select(c => "код ФИС ОКО " + c.Value).FirstOrDefault(),
        Card.Type == SchoolType.Unknown ? null : Card.Type.RussianName(),
        Card.IsBranch ? "филиал" : null,
        Card.Status == SchoolStatus.Active ? null : Card.Status.RussianName(),
        Card.Pupils is { } pupils ? RussianWords.Count(pupils, "обучающийся", "обучающихся", "обучающихся") : null,
        Card.Teachers is { } teachers ? RussianWords.Count(teachers, "педагог", "педагога", "педагогов") : null,
    }.OfType<string>();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, cancellationToken) is not { } document
            || await SchoolCard.FindAsync(db, id, rights.SeesContacts, cancellationToken) is not { } card)
        {
            return NotFound();
        }

        Document = document;
        Card = card;
        if (document is { List: { } list, Verdict: { } verdict })
        {
            Links = await links.OfAsync(verdict, list.ListId, cancellationToken);
        }

        JournalMarks = await marks.ReadAsync(id, cancellationToken);
        Federal = [.. (await federal.OfAsync([id], cancellationToken)).OfSchool[id]];
        Steps = NextSteps.For(document, person.Role);
        return Page();
    }

    /// <summary>The marker of the newest judged year, for the line under a picture.</summary>
    public LowResultMarker? Newest(string procedure) =>
        Document is { List: { } list, Verdict: { } verdict } ? verdict.Marker(procedure, list.ResultsYear) : null;
}
