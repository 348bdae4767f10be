using System.Security.Cryptography;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;

namespace EffectiveSchool.Data.Files;

/// <summary>Keeps attached documents and gives them back within the scope.</summary>
public sealed class FileStore(PortalDb db, FileContents contents, TimeProvider clock)
{
    /// <summary>Stores a document that was recognised by its content; within the open transaction, or in one of its own.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="name">The name it was sent under.</param>
    /// <param name="kind">What it is by content.</param>
    /// <param name="content">The whole document, seekable.</param>
    /// <param name="author">Who attaches it.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<StoredFile> AddAsync(FileOwner owner, string name, DocumentKind kind, Stream content, Author author, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var file = new StoredFile(owner, name, kind, hash, (int)content.Length, author, clock.GetUtcNow());
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            // The row first: the second wall lets bytes in only under the hash of a file that their sender sees.
            db.StoredFiles.Add(file);
            await db.SaveChangesAsync(cancellationToken);
            content.Position = 0;
            await contents.SaveAsync(hash, content, cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return file;
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
    }

    /// <summary>A file and its bytes in a temporary file that vanishes when closed; null where the scope has no such file.</summary>
    public async Task<(StoredFile File, Stream Bytes)?> OpenAsync(int id, CancellationToken cancellationToken) =>
        await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is { } file
        && await contents.OpenAsync(file.Sha256, cancellationToken) is { } bytes
            ? (file, bytes)
            : null;
}
