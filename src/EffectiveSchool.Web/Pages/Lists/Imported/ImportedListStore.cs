using System.Security.Cryptography;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Documents;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists.Imported;

/// <summary>Keeps the files of lists made elsewhere: each in a batch of its own, with its author and time.</summary>
public sealed class ImportedListStore(PortalDb db, Person person, FileContents contents, TimeProvider clock)
{
    private const int LongestName = 300;

    /// <summary>Why a file is not kept at all: a document that holds no table leaves nothing to check. Null where it is looked into.</summary>
    public static string? RefuseDocument(IFormFile upload, CancellationToken cancellationToken)
    {
        try
        {
            using var content = upload.OpenReadStream();
            return DocumentGuard.Recognise(content, cancellationToken) is var kind and not (DocumentKind.Xlsx or DocumentKind.Xls or DocumentKind.Text)
                ? $"Файл «{Path.GetFileName(upload.FileName)}» — {kind.RussianName()}, а нужна таблица: xlsx, xls или csv. Перенесите таблицу в Excel и загрузите её."
                : null;
        }
        catch (FileRefusedException)
        {
            // Broken or unknown: the reader of tables says what is wrong with it.
            return null;
        }
    }

    /// <summary>Keeps a file whose form is valid; nothing is stored among the schools yet. The same annex twice is the first.</summary>
    public async Task<(ImportedList List, bool IsNew)> KeepAsync(ImportedListKind kind, ImportedListForm form, CancellationToken cancellationToken)
    {
        var region = await person.RegionAsync() ?? throw new InvalidOperationException("The person who imports has no region.");
        var upload = form.File!;
        var name = Path.GetFileName(upload.FileName);
        await using var bytes = upload.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('imported-list'), {region.Id})", cancellationToken);
        if (kind == ImportedListKind.Published
            && await db.ImportedLists.FirstOrDefaultAsync(l => l.Kind == kind && l.RegionId == region.Id && db.Files.Any(f => f.Id == l.FileId && f.Sha256 == hash), cancellationToken) is { } same)
        {
            return (same, false);
        }

        var batch = new ImportBatch
        {
            RegionId = region.Id,
            AuthorId = person.Id,
            Author = $"{person.Role.RussianName()}, {region.Name}",
            CreatedAt = clock.GetUtcNow(),
            State = BatchState.Checked,
        };
        batch.Files.Add(new ImportFile
        {
            RegionId = region.Id,
            Name = name.Length > LongestName ? name[^LongestName..] : name,
            Sha256 = hash,
            Size = (int)upload.Length,
        });
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        bytes.Position = 0;
        await contents.SaveAsync(batch.Files[0].Id, bytes, cancellationToken);
        var list = new ImportedList
        {
            RegionId = region.Id,
            Kind = kind,
            Year = form.Year!.Value,
            Document = form.Document!.Trim(),
            DocumentNumber = string.IsNullOrWhiteSpace(form.DocumentNumber) ? null : form.DocumentNumber.Trim(),
            DocumentDate = form.DocumentDate,
            BatchId = batch.Id,
            FileId = batch.Files[0].Id,
        };
        db.ImportedLists.Add(list);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (list, true);
    }

    /// <summary>The list, or null where the reader sees none such.</summary>
    public Task<ImportedList?> FindAsync(int id, ImportedListKind kind, CancellationToken cancellationToken) =>
        db.ImportedLists.SingleOrDefaultAsync(l => l.Id == id && l.Kind == kind, cancellationToken);

    /// <summary>The file of a list and its bytes; null where the reader does not see them.</summary>
    public async Task<(string Name, FileStream Bytes)?> OpenAsync(ImportedList list, CancellationToken cancellationToken)
    {
        var name = await db.Files.Where(f => f.Id == list.FileId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken);
        return name is not null && await contents.OpenAsync(list.FileId, cancellationToken) is { } bytes ? (name, bytes) : null;
    }

    /// <summary>Where the list came from, for the block «Откуда эти данные».</summary>
    public async Task<IReadOnlyList<SourceFile>> SourcesAsync(ImportedList list, CancellationToken cancellationToken)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == list.FileId, cancellationToken);
        var origins = await db.FileOriginsAsync([list.FileId], cancellationToken);
        return file is not null && origins.GetValueOrDefault(list.FileId) is { } origin
            ? [new SourceFile(file.Name, await person.LocalAsync(origin.AppliedAt), origin.Author, file.Sha256)]
            : [];
    }

    /// <summary>Forgets a list with its file, and with the rows of a stored annex.</summary>
    public async Task ForgetAsync(ImportedList list, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ImportedLists.Remove(list);
        await db.SaveChangesAsync(cancellationToken);
        db.Batches.Remove(await db.Batches.SingleAsync(b => b.Id == list.BatchId, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>«письмо ФИОКО от 05.04.2023 № 02-11»: what is known.</summary>
    public static string Requisites(ImportedList list) => list.Document
        + (list.DocumentDate is { } date ? $" от {RussianFigures.Date(date)}" : "")
        + (list.DocumentNumber is { } number ? $" № {number}" : "");
}
