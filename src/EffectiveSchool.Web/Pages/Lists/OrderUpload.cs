using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Documents;
using EffectiveSchool.Web.Files;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Takes the signed order and its signature from a form.</summary>
public sealed class OrderUpload(PortalDb db, Attachments attachments, SignedOrders orders)
{
    /// <summary>Looks into both: the order must be a PDF, the signature a signature. The order comes first.</summary>
    public static CheckedDocuments Check(IFormFile? scan, IFormFile? signature, bool required, CancellationToken cancellationToken)
    {
        if (scan is null)
        {
            return new CheckedDocuments([], signature is not null || required ? "Приложите подписанный приказ в PDF." : null);
        }

        var order = Attachments.Check([scan], [DocumentKind.Pdf], cancellationToken);
        var signed = Attachments.Check(signature is null ? [] : [signature], [DocumentKind.Signature], cancellationToken);
        var refusal = order.Refusal ?? signed.Refusal ?? (signature is null ? null : RefuseSignature(scan, signature));
        return new CheckedDocuments([.. order.Documents, .. signed.Documents], refusal);
    }

    /// <summary>A signature must be one that can be read, and not one of another file; what cannot be verified here is accepted as it is.</summary>
    private static string? RefuseSignature(IFormFile scan, IFormFile signature)
    {
        try
        {
            return SignatureReader.Read(Bytes(signature), Bytes(scan)).Match == SignatureMatch.DoesNotMatch
                ? $"Подпись «{Path.GetFileName(signature.FileName)}» сделана для другого файла: приказ «{Path.GetFileName(scan.FileName)}» ей не соответствует. Приложите тот PDF, который подписывали, и его подпись."
                : null;
        }
        catch (FileRefusedException e)
        {
            return $"Файл «{Path.GetFileName(signature.FileName)}»: {e.Message} {e.WhatToDo}";
        }
    }

    private static byte[] Bytes(IFormFile upload)
    {
        using var content = upload.OpenReadStream();
        var bytes = new byte[upload.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Stores both and attaches them, all or nothing. Returns a refusal, or null.</summary>
    public async Task<string?> AttachAsync(SchoolList list, CheckedDocuments checkedFiles, string? reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await attachments.StoreAsync(checkedFiles.Documents, FileOwner.Region(list.RegionId), cancellationToken);
        if (await orders.AttachAsync(list, stored[0], stored.Count > 1 ? stored[1] : null, reason, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
