using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Documents;

namespace EffectiveSchool.Web.Files;

/// <summary>A document of a form that was looked into and may be stored.</summary>
public sealed record CheckedDocument(IFormFile Upload, DocumentKind Kind);

/// <summary>What became of the documents of a form: all of them checked, or the first refusal.</summary>
public sealed record CheckedDocuments(IReadOnlyList<CheckedDocument> Documents, string? Refusal);

/// <summary>Takes documents from forms into the store: first all are looked into, then they are stored with what they belong to.</summary>
public sealed class Attachments(FileStore files, Authors authors)
{
    public const int MostFiles = 10;

    /// <summary>Looks into every document; nothing is stored yet.</summary>
    /// <param name="uploads">The files of the form.</param>
    /// <param name="accepted">Kinds that fit here.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static CheckedDocuments Check(IEnumerable<IFormFile> uploads, IReadOnlyCollection<DocumentKind> accepted, CancellationToken cancellationToken)
    {
        var documents = new List<CheckedDocument>();
        foreach (var upload in uploads)
        {
            if (documents.Count == MostFiles)
            {
                return new CheckedDocuments([], $"За один раз прикладывается не больше {MostFiles} файлов. Ничего не сохранено.");
            }

            try
            {
                using var content = upload.OpenReadStream();
                var kind = DocumentGuard.Recognise(content, cancellationToken);
                if (!accepted.Contains(kind))
                {
                    return new CheckedDocuments([], $"Файл «{NameOf(upload)}» — {kind.RussianName()}, а здесь принимается {string.Join(" или ", accepted.Select(k => k.RussianName()))}.");
                }

                documents.Add(new CheckedDocument(upload, kind));
            }
            catch (FileRefusedException e)
            {
                return new CheckedDocuments([], $"Файл «{NameOf(upload)}»: {e.Message} {e.WhatToDo}");
            }
        }

        return new CheckedDocuments(documents, null);
    }

    /// <summary>Stores the checked documents in the open transaction, or each in one of its own.</summary>
    public async Task<IReadOnlyList<StoredFile>> StoreAsync(IEnumerable<CheckedDocument> documents, FileOwner owner, CancellationToken cancellationToken)
    {
        var author = await authors.CurrentAsync(cancellationToken);
        var stored = new List<StoredFile>();
        foreach (var document in documents)
        {
            await using var content = document.Upload.OpenReadStream();
            stored.Add(await files.AddAsync(owner, document.Upload.FileName, document.Kind, content, author, cancellationToken));
        }

        return stored;
    }

    private static string NameOf(IFormFile upload) => Path.GetFileName(upload.FileName);
}
