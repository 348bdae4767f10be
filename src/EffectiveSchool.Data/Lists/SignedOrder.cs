using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>The signed order of a list: a PDF and, where there is one, its detached signature. A later one supersedes it.</summary>
public sealed class SignedOrder
{
    public int Id { get; private set; }

    public required int RegionId { get; init; }

    public required int ListId { get; init; }

    /// <summary>The order, a PDF.</summary>
    public required int FileId { get; init; }

    /// <summary>The detached signature (.sig), or null.</summary>
    public int? SignatureFileId { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }

    /// <summary>When a later one took its place; null for the one in force.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>Why it was superseded.</summary>
    public string? SupersededReason { get; set; }
}

/// <summary>Attaches signed orders to approved lists.</summary>
public sealed class SignedOrders(PortalDb db, TimeProvider clock)
{
    /// <summary>Attaches a stored PDF and its signature; what was attached before stays, marked as superseded. Returns a refusal, or null.</summary>
    /// <param name="list">The list.</param>
    /// <param name="order">The order.</param>
    /// <param name="signature">Its signature, or null.</param>
    /// <param name="reason">Why an order attached before is superseded; not asked for the first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<string?> AttachAsync(SchoolList list, StoredFile order, StoredFile? signature, string? reason, CancellationToken cancellationToken)
    {
        if (!list.IsFrozen)
        {
            return $"Подписанный приказ прикладывается к утверждённому перечню, а этот — {list.State.RussianName()}.";
        }

        if (order.Kind != DocumentKind.Pdf)
        {
            return "Подписанный приказ прикладывается в PDF.";
        }

        if (signature is not null && signature.Kind != DocumentKind.Signature)
        {
            return "Файл подписи не похож на отсоединённую электронную подпись (.sig).";
        }

        if (await db.SignedOrders.SingleOrDefaultAsync(o => o.ListId == list.Id && o.SupersededAt == null, cancellationToken) is { } before)
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return "Приказ уже приложен. Укажите причину замены: прежний файл сохранится с пометкой.";
            }

            (before.SupersededAt, before.SupersededReason) = (clock.GetUtcNow(), reason.Trim());

            // One order in force a list: the former steps aside before the new one comes.
            await db.SaveChangesAsync(cancellationToken);
        }

        db.SignedOrders.Add(new SignedOrder { RegionId = list.RegionId, ListId = list.Id, FileId = order.Id, SignatureFileId = signature?.Id, AttachedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
