using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists;

public sealed record NewListForm
{
    public int ResultsYear { get; init; }

    public int ForYear { get; init; }

    public int MethodologyId { get; init; }
}

public sealed class NewListFormValidator : AbstractValidator<NewListForm>
{
    private const int MostYearsAhead = 5;

    public NewListFormValidator()
    {
        RuleFor(f => f.ForYear)
            .Must((form, year) => year >= form.ResultsYear && year <= form.ResultsYear + MostYearsAhead)
            .WithMessage(f => $"Год перечня — от {f.ResultsYear} до {f.ResultsYear + MostYearsAhead}: перечень составляется по уже полученным результатам.");
    }
}

/// <summary>Schools with a result in a procedure and year.</summary>
public sealed record Coverage(string Procedure, int Year, int Schools);

/// <summary>A methodology that may be chosen.</summary>
public sealed record MethodologyChoice(int Id, Methodology Definition);

[Authorize(Policies.ManageLists)]
public sealed class NewModel(PortalDb db, ListRuns runs) : PageModel
{
    [BindProperty]
    public NewListForm Form { get; set; } = new();

    /// <summary>Years with results, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<MethodologyChoice> Methodologies { get; private set; } = [];

    public IReadOnlyList<Coverage> Uploaded { get; private set; } = [];

    /// <summary>Procedures that some methodology judges by their markers, in the order of the matrix.</summary>
    public IReadOnlyList<string> Procedures { get; private set; } = [];

    public IReadOnlyCollection<(string Procedure, int Year)> NotHeld { get; private set; } = [];

    /// <summary>Schools with a figure of a kind in a year.</summary>
    public IReadOnlyDictionary<(SchoolFigureKind Kind, int Year), int> Figures { get; private set; } = new Dictionary<(SchoolFigureKind, int), int>();

    /// <summary>Years with figures of schools, newest first.</summary>
    public IReadOnlyList<int> FigureYears => [.. Figures.Keys.Select(k => k.Year).Distinct().OrderDescending()];

    /// <summary>Years a list may be made by.</summary>
    public IReadOnlyList<int> ListYears => [.. Years.Union(FigureYears).OrderDescending()];

    public int? SchoolsOf(string procedure, int year) => Uploaded.FirstOrDefault(u => u.Procedure == procedure && u.Year == year)?.Schools;

    /// <summary>What a list by the results of that year could not stand on.</summary>
    public IEnumerable<string> WarningsOf(int year)
    {
        if (!Years.Contains(year - 1))
        {
            yield return ListText.NoYearBefore(year);
        }

        foreach (var each in new[] { year - 1, year }.Where(Years.Contains))
        {
            var missing = Procedures.Where(p => SchoolsOf(p, each) is null && !NotHeld.Contains((p, each)) && Domain.Results.Procedures.WasHeld(p, each)).ToList();
            if (missing.Count > 0)
            {
                yield return $"Нет ни одного результата за {each} год: {string.Join(", ", missing)}.";
            }
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (ListYears.Count > 0)
        {
            Form = new NewListForm { ResultsYear = ListYears[0], ForYear = ListYears[0] + 1, MethodologyId = Methodologies.Select(m => m.Id).FirstOrDefault() };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await db.Methodologies.SingleOrDefaultAsync(m => m.Id == Form.MethodologyId, cancellationToken) is not { } methodology)
        {
            ModelState.AddModelError("Form.MethodologyId", "Выберите методику из списка.");
            return Page();
        }

        var list = new SchoolList { RegionId = methodology.RegionId, ForYear = Form.ForYear, ResultsYear = Form.ResultsYear, Kind = methodology.Definition.Kind };
        if (await runs.RunAsync(list, methodology, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        var listed = await db.ListSchools.CountAsync(s => s.ListId == list.Id && s.Listed, cancellationToken);
        TempData["Done"] = $"Черновик создан: в перечне {RussianWords.Count(listed, "школа", "школы", "школ")}. Его видит только регион.";
        return Redirect($"/lists/{list.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Uploaded = await db.Results.GroupBy(r => new { r.Procedure.Code, r.Year })
            .Select(g => new Coverage(g.Key.Code, g.Key.Year, g.Count()))
            .ToListAsync(cancellationToken);
        Years = [.. Uploaded.Select(u => u.Year).Distinct().OrderDescending()];
        var stored = await db.Methodologies.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken);
        Methodologies =
        [
            .. stored.OrderBy(m => m.Code == Methodology.SameProcedure.Code ? 0 : 1).ThenBy(m => m.Definition.Kind).ThenBy(m => m.Definition.Title, StringComparer.CurrentCulture).ThenByDescending(m => m.Version)
                .Select(m => new MethodologyChoice(m.Id, m.Definition)),
        ];
        Figures = await db.Standing().GroupBy(f => new { f.Kind, f.Year }).Select(g => new { g.Key.Kind, g.Key.Year, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Kind, g.Year), g => g.Count, cancellationToken);
        var judged = stored.Where(m => m.Definition.Kind == MethodologyKind.LowResults).SelectMany(m => m.Definition.Procedures).ToHashSet(StringComparer.Ordinal);
        Procedures = await db.Procedures.Where(p => judged.Contains(p.Code)).OrderBy(p => p.Position).Select(p => p.Code).ToListAsync(cancellationToken);
        NotHeld = await db.NotHeldAsync(cancellationToken);
    }
}
