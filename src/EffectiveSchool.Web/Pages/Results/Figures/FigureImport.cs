using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Figures;
using EffectiveSchool.Imports.Protocols;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Results.Figures;

/// <summary>What storing would do to a figure.</summary>
/// <param name="Before">What stands now; null where nothing does.</param>
public sealed record FigureChange(SchoolFigureKind Kind, int Value, int? Before)
{
    public bool IsNew => Before is null;

    public bool IsChanged => Before is not null && Before != Value;
}

/// <summary>A row whose school is known.</summary>
public sealed record FoundFigures(FigureRow Row, int SchoolId, string School, string Municipality, IReadOnlyList<FigureChange> Changes);

/// <summary>A row whose school a person must name.</summary>
public sealed record UnknownFigures(FigureRow Row, IReadOnlyList<Candidate> Candidates);

/// <summary>The dry run of a file of figures: what storing it would do.</summary>
public sealed record FigurePlan(FigureFile File, IReadOnlyList<FoundFigures> Found, IReadOnlyList<UnknownFigures> Unknown, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Tells whether what is stored is what was shown.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Found.Select(f => $"{f.Row.Row}|{f.SchoolId}|{f.Row.Year}|{f.Row.Told}|{string.Join(';', f.Changes.Select(c => c.Before))}")))));

    public int Count(Func<FigureChange, bool> which) => Found.Sum(f => f.Changes.Count(which));
}

/// <summary>The import of figures of schools: kept file → dry run → one transaction → undo, after which the earlier figures stand again.</summary>
public sealed class FigureImport(
    PortalDb db, Person person, Authors authors, FileContents contents, SchoolMatching matching, CandidateQuery candidates, TimeProvider clock)
{
    private const int LongestName = 300;

    /// <summary>Keeps a file that holds figures. Returns its key, or why it was not taken: then nothing of it is kept.</summary>
    public async Task<(int? Id, string? Refusal)> KeepAsync(IncomingFile sent, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(sent, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        var (regionId, municipalityId) = (person.Scope.RegionId!.Value, person.Scope.MunicipalityId);
        var name = Path.GetFileName(sent.Name);
        await using var bytes = sent.Open();
        var batch = new ImportBatch
        {
            RegionId = regionId,
            MunicipalityId = municipalityId,
            AuthorId = person.Id,
            Author = (await authors.CurrentAsync(cancellationToken)).Name,
            CreatedAt = clock.GetUtcNow(),
            State = BatchState.Checked,
        };
        batch.Files.Add(new ImportFile
        {
            RegionId = regionId,
            MunicipalityId = municipalityId,
            Name = name.Length > LongestName ? name[^LongestName..] : name,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken)),
            Size = (int)sent.Length,
        });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        await using var again = sent.Open();
        await contents.SaveAsync(batch.Files[0].Id, again, cancellationToken);
        var upload = new FigureUpload { RegionId = regionId, MunicipalityId = municipalityId, BatchId = batch.Id, FileId = batch.Files[0].Id };
        db.FigureUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (upload.Id, null);
    }

    /// <summary>What storing would do; null where the reader does not see the bytes.</summary>
    public async Task<FigurePlan?> PlanAsync(FigureUpload upload, bool propose, CancellationToken cancellationToken)
    {
        var name = await db.Files.Where(f => f.Id == upload.FileId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null || await contents.OpenAsync(upload.FileId, cancellationToken) is not { } bytes)
        {
            return null;
        }

        FigureFile file;
        var lastYear = await db.YearInAsync(upload.RegionId, clock, cancellationToken);
        await using (bytes)
        {
            file = FigureFileReader.Read(bytes, name, cancellationToken, lastYear);
        }

        var schools = await matching.MatchAsync(upload.RegionId, file.Rows, cancellationToken, upload.MunicipalityId);
        var named = schools.Values.SelectMany(s => s).ToHashSet();
        var own = (await db.Schools.Where(s => named.Contains(s.Id) && (upload.MunicipalityId == null || s.MunicipalityId == upload.MunicipalityId)).Select(s => s.Id).ToListAsync(cancellationToken)).ToHashSet();
        var names = await matching.NamesAsync(own, cancellationToken);
        var standing = (await db.Standing().Where(f => f.RegionId == upload.RegionId && named.Contains(f.SchoolId)).Select(f => new { f.SchoolId, f.Year, f.Kind, f.Value }).ToListAsync(cancellationToken))
            .ToDictionary(f => (f.SchoolId, f.Year, f.Kind), f => f.Value);
        var (found, unknown, refusals) = (new List<FoundFigures>(), new List<UnknownFigures>(), file.Refusals.ToList());
        foreach (var row in file.Rows)
        {
            int[] meant = [.. schools[row].Where(names.ContainsKey)];
            switch (meant)
            {
                case { Length: > 1 }:
                    Refuse(row, $"Код {row.Code} есть у нескольких школ.", "Укажите логин ФИС ОКО или ИНН.");
                    break;
                case [var school] when found.Find(f => f.SchoolId == school && f.Row.Year == row.Year) is { } twice:
                    Refuse(row, $"«{names[school].Name}» за {row.Year} год уже есть в строке {twice.Row.Row}.", "Оставьте одну строку о школе за год.");
                    break;
                case [var school]:
                    found.Add(new FoundFigures(row, school, names[school].Name, names[school].Municipality, [.. row.Values.OrderBy(v => v.Key)
                        .Select(v => new FigureChange(v.Key, v.Value, standing.TryGetValue((school, row.Year, v.Key), out var before) ? before : null))]));
                    break;
                default:
                    unknown.Add(new UnknownFigures(row, propose && unknown.Count < Lists.Federal.FederalImport.MostProposed
                        ? await candidates.ProposeAsync(upload.RegionId, row.Name, row.Municipality, cancellationToken)
                        : []));
                    break;
            }
        }

        return new FigurePlan(file, found, unknown, refusals);

        void Refuse(FigureRow row, string reason, string whatToDo) =>
            refusals.Add(new Refusal(file.FileName, row.Sheet, row.Row, row.Cell, row.AsWritten, reason, whatToDo));
    }

    /// <summary>Remembers which school a row means. Returns a refusal, or null.</summary>
    public async Task<string?> ConfirmAsync(FigureUpload upload, int row, int schoolId, CancellationToken cancellationToken)
    {
        if (upload.AppliedAt is not null || upload.UndoneAt is not null
            || await PlanAsync(upload, propose: false, cancellationToken) is not { } plan
            || plan.Unknown.FirstOrDefault(u => u.Row.Row == row) is not { } unknown
            || !await db.Schools.AnyAsync(s => s.Id == schoolId && s.RegionId == upload.RegionId && (upload.MunicipalityId == null || s.MunicipalityId == upload.MunicipalityId), cancellationToken))
        {
            return "Школу указывают только для неузнанной строки и только из своего реестра. Посмотрите проверку ещё раз.";
        }

        await matching.RememberAsync(upload.RegionId, unknown.Row, schoolId, cancellationToken, upload.MunicipalityId);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Stores what was found, exactly as shown. Returns a refusal, or null.</summary>
    public async Task<string?> ApplyAsync(FigureUpload upload, string? shown, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await LockAsync(upload, cancellationToken);
        if (await PlanAsync(upload, propose: false, cancellationToken) is not { } plan || plan.Hash != shown)
        {
            return "Пока вы смотрели, реестр или показатели изменились. Проверка обновлена — посмотрите её ещё раз.";
        }

        if (plan.Found.Count == 0)
        {
            return "Записывать нечего: ни одна строка не принята.";
        }

        if (upload.Apply(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        (batch.State, batch.AppliedAt) = (BatchState.Applied, upload.AppliedAt);
        db.SchoolFigures.AddRange(plan.Found.SelectMany(f => f.Row.Values.OrderBy(v => v.Key).Select(v => new SchoolFigure
        {
            RegionId = upload.RegionId,
            SchoolId = f.SchoolId,
            UploadId = upload.Id,
            FileId = upload.FileId,
            Year = f.Row.Year,
            Kind = v.Key,
            Value = v.Value,
            Sheet = f.Row.Sheet,
            Row = f.Row.Row,
        })));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes a stored file back: what it had replaced stands again. Returns a refusal, or null.</summary>
    public async Task<string?> UndoAsync(FigureUpload upload, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await LockAsync(upload, cancellationToken);
        var now = clock.GetUtcNow();
        if (upload.Undo(now) is { } refusal)
        {
            return refusal;
        }

        (batch.State, batch.UndoneAt) = (BatchState.Undone, now);
        await db.SchoolFigures.Where(f => f.UploadId == upload.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.UndoneAt, now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Forgets a file that was never stored. Returns a refusal, or null.</summary>
    public async Task<string?> ForgetAsync(FigureUpload upload, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await LockAsync(upload, cancellationToken);
        if (upload.AppliedAt is not null || upload.UndoneAt is not null)
        {
            return "Записанный файл не убирают, а отменяют.";
        }

        db.FigureUploads.Remove(upload);
        await db.SaveChangesAsync(cancellationToken);
        db.Batches.Remove(batch);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>A file that names pupils, or holds no figures at all, is not kept.</summary>
    private static async Task<string?> RefuseAsync(IncomingFile sent, CancellationToken cancellationToken)
    {
        await using var bytes = sent.Open();
        try
        {
            ProtocolReader.RefuseNames(bytes, cancellationToken);
        }
        catch (FileRefusedException fault)
        {
            return $"{fault.Message} {fault.WhatToDo}";
        }

        bytes.Position = 0;
        var file = FigureFileReader.Read(bytes, sent.Name, cancellationToken);
        return file.Columns.Count == 0 && file.Refusals.Count > 0 ? $"{file.Refusals[0].Reason} {file.Refusals[0].WhatToDo}" : null;
    }

    /// <summary>One at a time stores or takes back in a region: the second sees what the first has done.</summary>
    private async Task<ImportBatch> LockAsync(FigureUpload upload, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('school-figures'), {upload.RegionId})", cancellationToken);
        await db.Entry(upload).ReloadAsync(cancellationToken);
        return await db.Batches.SingleAsync(b => b.Id == upload.BatchId, cancellationToken);
    }
}
