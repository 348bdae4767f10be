using System.Data;
using Npgsql;

namespace EffectiveSchool.Data.Lists;

/// <summary>
/// Steps in the life of a list and of its objections see one state of both: a list is not approved while an objection comes
/// in, and none comes in while the list is approved.
/// </summary>
internal static class OneSnapshot
{
    /// <summary>Does the work in one serializable transaction and saves what it leaves unsaved; a refusal of the work takes everything back.</summary>
    /// <param name="db">The database.</param>
    /// <param name="work">Returns a refusal, or null.</param>
    /// <param name="conflict">What to say when another got there first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<string?> InAsync(PortalDb db, Func<Task<string?>> work, string conflict, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        try
        {
            if (await work() is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (Exception e) when (IsConflict(e))
        {
            db.ChangeTracker.Clear();
            return conflict;
        }
    }

    /// <summary>What the work read has changed since; two who write the same new row are told by its key.</summary>
    private static bool IsConflict(Exception? e) => e switch
    {
        null => false,
        DbUpdateConcurrencyException
            or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation } => true,
        _ => IsConflict(e.InnerException),
    };
}
