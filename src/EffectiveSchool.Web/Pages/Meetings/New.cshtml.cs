using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>Writes a meeting of one's own working group down.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class NewModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public MeetingForm Form { get; set; } = new();

    /// <summary>The working groups that the person keeps.</summary>
    public IReadOnlyList<WorkingGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(int? group, CancellationToken cancellationToken)
    {
        Form = new MeetingForm { Group = group, Date = await person.TodayAsync() };
        await ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Groups.FirstOrDefault(g => g.Id == Form.Group) is not { } group)
        {
            ModelState.AddModelError("", "Выберите рабочую группу.");
            return Page();
        }

        var meeting = new Meeting { GroupId = group.Id, RegionId = group.RegionId, MunicipalityId = group.MunicipalityId };
        if (ModelState.IsValid && meeting.Write(Form.ToNotes()) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Совещание внесено. Добавьте решения со сроками.";
        return Redirect($"/meetings/{meeting.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Groups =
        [.. (await db.WorkingGroups.AsNoTracking().OrderBy(g => g.Name).ToListAsync(cancellationToken)).Where(g => person.Keeps(g.RegionId, g.MunicipalityId))];
}
