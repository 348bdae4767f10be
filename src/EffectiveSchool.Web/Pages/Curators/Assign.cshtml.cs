using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Which schools are offered.</summary>
public enum OfferedSchools
{
    /// <summary>Listed schools that no curator works with.</summary>
    Without,

    /// <summary>Every listed school.</summary>
    Listed,

    /// <summary>Schools that the account of the curator has without an order.</summary>
    Granted,

    /// <summary>Every working school of one municipality.</summary>
    All,
}

/// <summary>Assigns several schools to a curator by one order.</summary>
[Authorize(Policies.ManageCurators)]
public sealed class AssignModel(PortalDb db, Person person, CuratorFigures figures, Assigning assigning) : PageModel
{
    [BindProperty]
    public AssignForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public OfferedSchools Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Municipality { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Curator { get; set; }

    /// <summary>A school to be ticked from the start.</summary>
    [BindProperty(SupportsGet = true)]
    public int? School { get; set; }

    public IReadOnlyList<CuratedSchool> Offered { get; private set; } = [];

    /// <summary>Names of the curators that a school has today.</summary>
    public ILookup<int, string> Curators { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new AssignForm { CuratorId = Curator, From = await person.TodayAsync(), Schools = School is { } one ? [one] : [] };
        await ShowAsync(cancellationToken);
        if (Show == OfferedSchools.Granted)
        {
            Form.Schools.AddRange(Offered.Select(s => s.Id));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await assigning.AssignAsync(Form, cancellationToken) is not { } refusal)
            {
                TempData["Done"] = $"Закреплено: {RussianWords.Count(Form.Schools.Count, "школа", "школы", "школ")}.";
                return Redirect($"/curators/{Form.CuratorId}");
            }

            ModelState.AddModelError("", refusal);
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var world = await figures.ReadAsync(cancellationToken);
        People = await assigning.CuratorsAsync(null, cancellationToken);
        Municipalities = await db.Municipalities.OrderBy(m => m.Name).ToListAsync(cancellationToken);
        Curators = world.Running.ToLookup(a => a.SchoolId, a => a.CuratorName);
        var offered = Show switch
        {
            OfferedSchools.Listed => world.Listed,
            OfferedSchools.Granted => await GrantedAsync(cancellationToken),
            OfferedSchools.All when Municipality is not null => [.. (await figures.SchoolsAsync(await WorkingAsync(cancellationToken), cancellationToken)).Values],
            _ => world.ListedWithoutCurator,
        };
        if (Municipality is { } municipality)
        {
            offered = offered.Where(s => s.MunicipalityId == municipality);
        }

        // What is ticked stays on the page, whatever the filter says.
        int[] ticked = [.. Form.Schools];
        var kept = await figures.SchoolsAsync(ticked, cancellationToken);
        Offered = [.. offered.Concat(kept.Values).DistinctBy(s => s.Id).OrderBy(s => s.Municipality, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private Task<int[]> WorkingAsync(CancellationToken cancellationToken) =>
        db.Schools.Where(s => s.MunicipalityId == Municipality && s.Status == SchoolStatus.Active).Select(s => s.Id).ToArrayAsync(cancellationToken);

    private async Task<IEnumerable<CuratedSchool>> GrantedAsync(CancellationToken cancellationToken)
    {
        var ids = await db.Users.IgnoreAutoIncludes().Where(u => u.Id == Curator).SelectMany(u => u.Schools).Select(s => s.SchoolId)
            .Where(id => !db.CuratorAssignments.Any(a => a.CuratorId == Curator && a.SchoolId == id)).ToArrayAsync(cancellationToken);
        return (await figures.SchoolsAsync(ids, cancellationToken)).Values;
    }
}
