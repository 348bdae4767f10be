using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Web.Pages.Monitoring;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>Writes a publication down as one's own: of the region, the municipality or the school.</summary>
[Authorize(Policies.ReportWork)]
public sealed class NewModel(PortalDb db, Authors authors, Person person) : PageModel
{
    [BindProperty]
    public PublicationForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new PublicationForm { Date = await person.TodayAsync() };
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
        if (Form.Programme is { } chosen && Programmes.All(p => p.Id != chosen))
        {
            ModelState.AddModelError("", "Выберите программу из списка.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (municipality, school) = PublicationRights.Own(person);
        var by = await authors.CurrentAsync(cancellationToken);
        var publication = new Publication { RegionId = person.Scope.RegionId!.Value, MunicipalityId = municipality, SchoolId = school, AuthorId = by.Id, Author = by.Name };
        if (publication.Write(Form.ToNotes(), await person.TodayAsync()) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        db.Publications.Add(publication);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Публикация внесена.";
        return Redirect("/publications");
    }
}
