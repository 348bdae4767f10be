using System.Globalization;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An activity of a roadmap: who answers for it and what number it is to reach, set by whoever keeps the programme.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ActivityModel(PortalDb db, ResponsibleChoices choices, Person person, TimeProvider clock) : PageModel
{
    public const string ByWords = "words";
    public const string None = "none";
    public const string ByHand = "number";

    public Activity Activity { get; private set; } = null!;

    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<ActivityResponsible> Responsibles { get; private set; } = [];

    /// <summary>Share done of the works that the reader sees.</summary>
    public ShareDone Share { get; private set; } = null!;

    public int Works { get; private set; }

    /// <summary>Whom the person may add; empty for who only looks.</summary>
    public IReadOnlyList<ResponsibleCandidate> Candidates { get; private set; } = [];

    public ResponsibleSuggestions Suggested { get; private set; } = new([], []);

    public bool KeepsOrganisations => person.May(Policies.ManageProgrammes);

    public bool MayChange => person.MayChange(Programme);

    /// <summary>The number as it is read from the words.</summary>
    public ExpectedQuantity? Read => ExpectedQuantity.Of(Activity.Quota, Activity.Expected);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (MayChange)
        {
            var chosen = Responsibles.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
            Candidates = [.. (await choices.AllAsync(Programme, cancellationToken)).Where(c => !chosen.Contains(ActivityResponsible.KeyOf(c.Kind, c.Id)))];
            var suggested = ResponsibleSuggestions.Of(Activity.Responsible, Candidates);
            Suggested = suggested with { NewOrganisations = [.. suggested.NewOrganisations.Where(n => Responsibles.All(r => !string.Equals(r.Name, n, StringComparison.OrdinalIgnoreCase)))] };
        }

        return Page();
    }

    /// <summary>Sets the expected number by hand, says that there is none, or goes back to the words.</summary>
    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostExpectedAsync(int id, string? how, decimal? value, QuantityUnit unit, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        var before = Activity.Quantity?.Text;
        var set = how switch
        {
            None => new ExpectedByHand(null),
            ByHand when value is { } number => new ExpectedByHand(new ExpectedQuantity(number, unit)),
            _ => null,
        };
        var refusal = how == ByHand && value is null ? "Укажите ожидаемое число." : Activity.Expect(set);
        if (refusal is not null)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/roadmaps/activities/{id}");
        }

        Note("ожидаемое число", before, Activity.Quantity?.Text);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = Activity.Quantity is { } now ? $"Ожидается не менее: {now.Text}." : "Число не ожидается.";
        return Redirect($"/roadmaps/activities/{id}");
    }

    /// <summary>Adds a responsible: one that is known, or an organisation by its name.</summary>
    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostAddAsync(int id, string? responsible, string? organisation, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        string? refusal = null;
        ActivityResponsible? added = null;
        if (!string.IsNullOrWhiteSpace(organisation))
        {
            (var named, refusal) = await choices.NamedAsync(Programme, organisation, cancellationToken);
            added = named is null ? null : ActivityResponsible.Organisation(id, named);
        }
        else
        {
            added = await choices.FindAsync(id, Programme, responsible, cancellationToken);
        }

        if (added is null || Responsibles.Any(r => r.Key == added.Key))
        {
            TempData["Refused"] = refusal ?? (added is null ? "Выберите ответственного из списка или напишите название организации." : $"«{added.Name}» уже среди ответственных.");
            return Redirect($"/roadmaps/activities/{id}");
        }

        db.Responsibles.Add(added);
        Note("ответственный добавлен", null, added.Name);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = $"Ответственный добавлен: {added.Name}.";
        return Redirect($"/roadmaps/activities/{id}");
    }

    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostRemoveAsync(int id, string? responsible, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange || Responsibles.FirstOrDefault(r => r.Key == responsible) is not { } removed)
        {
            return NotFound();
        }

        db.Responsibles.Remove(removed);
        Note("ответственный убран", removed.Name, null);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = $"Ответственный убран: {removed.Name}.";
        return Redirect($"/roadmaps/activities/{id}");
    }

    /// <summary>A line of the journal, saved with the change.</summary>
    private void Note(string action, string? before, string? after) => db.Audit.Add(new AuditEntry
    {
        RegionId = Programme.RegionId,
        At = clock.GetUtcNow(),
        UserId = person.Id,
        Action = action,
        Subject = nameof(Activity),
        SubjectId = Activity.Id.ToString(CultureInfo.InvariantCulture),
        Old = before is null ? null : Data.Mapping.Json.Write(new Dictionary<string, string> { ["Value"] = before }),
        New = after is null ? null : Data.Mapping.Json.Write(new Dictionary<string, string> { ["Value"] = after }),
    });

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Activities.Include(a => a.Occurrences).Include(a => a.Section).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } found)
        {
            return false;
        }

        Activity = found;
        Roadmap = await db.Roadmaps.SingleAsync(r => r.Id == found.RoadmapId, cancellationToken);
        Programme = await db.Programmes.SingleAsync(p => p.Id == Roadmap.ProgrammeId, cancellationToken);
        Responsibles = await db.Responsibles.Where(r => r.ActivityId == id).OrderBy(r => r.Name).ToListAsync(cancellationToken);
        int[] occurrences = [.. found.Occurrences.Select(o => o.Id)];
        var states = await db.Works.Where(w => occurrences.Contains(w.OccurrenceId)).Select(w => new { w.Id, w.State, w.Due }).ToListAsync(cancellationToken);
        var moves = await WorkMoves.OfAsync(db, Programme.Id, cancellationToken);
        (Works, Share) = (states.Count, ShareDone.Of(states.Select(w => (w.State, w.Due, moves.FirstDue(w.Id))), await person.TodayAsync()));
        return true;
    }
}
