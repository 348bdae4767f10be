namespace EffectiveSchool.Web.Pages.Programmes;

[Authorize(Policies.WriteProgrammes)]
public sealed class NewModel(PortalDb db, ProgrammePlaces places, Person person) : PageModel
{
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>Whose the programme may be.</summary>
    public IReadOnlyList<PlaceOption> Places { get; private set; } = [];

    /// <summary>Programmes it may stand under.</summary>
    public IReadOnlyList<(int Id, string Name)> Parents { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] int? parent, CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        Form = new ProgrammeForm { From = new DateOnly(today.Year, 1, 1), To = new DateOnly(today.Year, 12, 31), ParentId = parent };
        await ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var programme = await places.NewAsync(Form.Owner, cancellationToken);
        var refusal = programme is null ? "Выберите из списка, чья это программа." : Form.Fill(programme) ?? await places.PutUnderAsync(programme, Form.ParentId, cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        db.Programmes.Add(programme!);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = programme!.ParentId is null
            ? "Программа создана. Теперь загрузите её план."
            : "Программа создана как черновик. Возьмите мероприятия вышестоящей программы или загрузите свой план, затем отправьте на согласование.";
        return Redirect($"/programmes/{programme.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        (Places, Parents) = (await places.OptionsAsync(cancellationToken), await places.ParentsAsync(cancellationToken));
}
