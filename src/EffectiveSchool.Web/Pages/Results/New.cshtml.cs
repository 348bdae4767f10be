using System.Security.Cryptography;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Results;

[Authorize(Policies.UploadResults)]
[RefuseTooMuch]
public sealed class NewModel(PortalDb db, Person person, Authors authors, FileContents contents, ImportQueue queue, TimeProvider clock, ILogger<NewModel> log) : PageModel
{
    private const int LongestName = 300;

    /// <summary>Small files are read by then, and the sender sees the outcome at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (UploadLimits.Check(Files) is { } refusal)
        {
            ModelState.AddModelError(nameof(Files), refusal);
            return Page();
        }

        var batchId = await StoreAsync(cancellationToken);
        log.LogInformation("Batch {Batch} of {Files} files was uploaded", batchId, Files.Count);
        await queue.EnqueueAsync(batchId, Patience, cancellationToken);
        return Redirect($"/results/uploads/{batchId}");
    }

    /// <summary>The batch and its files, all or nothing; the same file twice in one upload is stored once.</summary>
    private async Task<int> StoreAsync(CancellationToken cancellationToken)
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
        var uploads = new List<(IFormFile Upload, ImportFile File)>();
        foreach (var upload in Files)
        {
            await using var bytes = upload.OpenReadStream();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
            if (!batch.Files.Exists(f => f.Sha256 == hash))
            {
                var file = new ImportFile { RegionId = regionId, MunicipalityId = municipalityId, Name = NameOf(upload), Sha256 = hash, Size = (int)upload.Length };
                batch.Files.Add(file);
                uploads.Add((upload, file));
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (upload, file) in uploads)
        {
            await using var bytes = upload.OpenReadStream();
            await contents.SaveAsync(file.Id, bytes, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return batch.Id;
    }

    /// <summary>The name without a folder that some browsers send along, and without signs that are no letters.</summary>
    private static string NameOf(IFormFile upload)
    {
        var name = upload.FileName[(upload.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        return name.Length == 0 ? "файл без имени" : name.Length > LongestName ? name[^LongestName..] : name;
    }
}
