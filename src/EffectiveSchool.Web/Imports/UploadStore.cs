using System.Security.Cryptography;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Protocols;
using EffectiveSchool.Imports.Tables;

namespace EffectiveSchool.Web.Imports;

/// <summary>A file as it comes in: uploaded, or a pasted text.</summary>
public sealed record IncomingFile(string Name, long Length, Func<Stream> Open);

/// <summary>
/// Stores what was sent as a batch that waits to be read. A protocol with names of pupils is added up here, in memory: its
/// bytes go no further.
/// </summary>
public sealed class UploadStore(PortalDb db, Person person, Authors authors, FileContents contents, TimeProvider clock)
{
    private const int LongestName = 300;

    /// <summary>The batch and its files, all or nothing; the same file twice in one upload is stored once.</summary>
    public async Task<int> StoreAsync(IReadOnlyList<IncomingFile> incoming, CancellationToken cancellationToken)
    {
        var (regionId, municipalityId) = (person.Scope.RegionId!.Value, person.Scope.MunicipalityId);
        var batch = new ImportBatch
        {
            RegionId = regionId,
            MunicipalityId = municipalityId,
            AuthorId = person.Id,
            Author = (await authors.CurrentAsync(cancellationToken)).Name,
            CreatedAt = clock.GetUtcNow(),
        };
        var uploads = new List<(Func<Stream> Open, ImportFile File)>();
        foreach (var sent in incoming)
        {
            await using var bytes = sent.Open();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
            if (!batch.Files.Exists(f => f.Sha256 == hash))
            {
                var sums = await WithoutNamesAsync(bytes, PastedTable.Is(sent.Name), regionId, cancellationToken);
                var file = new ImportFile
                {
                    RegionId = regionId, MunicipalityId = municipalityId, Name = NameOf(sent.Name), Sha256 = hash, Size = (int)sent.Length, IsReplaced = sums is not null,
                };
                batch.Files.Add(file);
                uploads.Add((sums is null ? sent.Open : () => new MemoryStream(sums, writable: false), file));
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (open, file) in uploads)
        {
            await using var bytes = open();
            await contents.SaveAsync(file.Id, bytes, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return batch.Id;
    }

    /// <summary>The workbook to keep instead of a file that names pupils or cannot be read; null where the file itself is kept.</summary>
    private async Task<byte[]?> WithoutNamesAsync(Stream bytes, bool isPasted, int regionId, CancellationToken cancellationToken)
    {
        try
        {
            if (!ProtocolReader.HoldsNames(bytes, isPasted, cancellationToken))
            {
                return null;
            }
        }
        catch (FileRefusedException fault)
        {
            return ProtocolWorkbook.Refused(fault);
        }

        var own = await db.ExamThresholds.Where(t => t.RegionId == regionId)
            .Join(db.Procedures, t => t.ProcedureId, p => p.Id, (t, p) => new { p.Code, t.Year, t.LeastScore })
            .ToDictionaryAsync(t => (t.Code, t.Year), t => (int?)t.LeastScore, cancellationToken);
        return ProtocolWorkbook.Write(ProtocolReader.Read(bytes, (procedure, year) => own.GetValueOrDefault((procedure, year)) ?? ExamThresholds.Of(procedure), isPasted, cancellationToken));
    }

    /// <summary>The name without a folder that some browsers send along, and without signs that are no letters.</summary>
    private static string NameOf(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        return name.Length == 0 ? "файл без имени" : name.Length > LongestName ? name[^LongestName..] : name;
    }
}
