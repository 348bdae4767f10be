using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>A working group: its basis, its members, its meetings.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class GroupModel(PortalDb db, MeetingQueries queries, Person person) : PageModel
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public WorkingGroup Group { get; private set; } = null!;

    public string Body { get; private set; } = "";

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    /// <summary>Accounts of the region that the reader sees.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Accounts { get; private set; } = [];

    public bool MayChange => person.Keeps(Group.RegionId, Group.MunicipalityId);

    /// <summary>Names are for those who call the group together.</summary>
    public bool SeesMembers => person.Scope.SeesRegion || person.Scope.SeesAll || (person.Scope.MunicipalityId is { } own && own == Group.MunicipalityId);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostAddAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        () => Form.User is { } user
            ? Accounts.FirstOrDefault(a => a.Id == user) is { Name: { } name } ? Group.Add(user, name, Form.Post) : "Выберите учётную запись из списка."
            : Group.Add(null, Form.Name, Form.Post),
        "Участник добавлен.",
        cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostRemoveAsync(int id, int member, CancellationToken cancellationToken) =>
        StepAsync(id, () => Group.Remove(member), "Участник убран из группы.", cancellationToken);

    private async Task<IActionResult> StepAsync(int id, Func<string?> step, string done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        if ((ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault() ?? step()) is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError("", refusal);
            return Page();
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = done;
        return Redirect($"/meetings/groups/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.GroupAsync(id, cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        Body = await queries.BodyAsync(group, cancellationToken);
        Meetings = await queries.Lines(id, openOnly: false, await person.TodayAsync()).ToListAsync(cancellationToken);
        if (MayChange)
        {
            Accounts = [.. (await db.Users.Where(u => !u.IsClosed && u.RegionId == group.RegionId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.FullName, u.DisplayName }).ToListAsync(cancellationToken))
                .Select(u => (u.Id, string.IsNullOrWhiteSpace(u.FullName) ? u.DisplayName : u.FullName))];
        }

        return true;
    }
}
