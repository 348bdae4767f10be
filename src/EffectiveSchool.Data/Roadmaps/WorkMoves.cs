using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Moves of the due dates of a programme's works, read from their history: reports and shares look at former days too.</summary>
public sealed class WorkMoves
{
    private readonly ILookup<int, MovedDue> _moves;

    private WorkMoves(ILookup<int, MovedDue> moves) => _moves = moves;

    /// <summary>The moves of the works of a programme, within the scope.</summary>
    public static async Task<WorkMoves> OfAsync(PortalDb db, int programmeId, CancellationToken cancellationToken)
    {
        var told = await db.Works.Where(w => w.ProgrammeId == programmeId).SelectMany(w => w.Events, (w, e) => new { WorkId = w.Id, e.Id, e.Step, e.Text })
            .Where(e => e.Step == WorkStep.Moved).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return new WorkMoves(told.Select(e => (e.WorkId, Move: MovedDue.Read(e.Text))).Where(e => e.Move is not null).ToLookup(e => e.WorkId, e => e.Move!));
    }

    /// <summary>The moves of a work in the order they were made.</summary>
    public IReadOnlyCollection<MovedDue> Of(int workId) => [.. _moves[workId]];

    /// <summary>The earliest last day that a work was moved from; null where it never was.</summary>
    public DateOnly? FirstDue(int workId) => _moves[workId].Select(m => (DateOnly?)m.From).Min();

    /// <summary>Works that were due in a period before they were moved.</summary>
    public IReadOnlyList<int> OnceDueIn(DateOnly first, DateOnly last) => [.. _moves.Where(w => w.Any(m => m.LeftPeriod(first, last))).Select(w => w.Key)];
}
