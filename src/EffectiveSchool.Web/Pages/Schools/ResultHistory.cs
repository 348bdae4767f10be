using System.Globalization;
using System.Text.Json;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>What an upload did to one result of the school.</summary>
/// <param name="Old">What stood before, in words; null where there was nothing.</param>
/// <param name="New">What the upload wrote; null where it is kept nowhere any more, as of uploads that have no rows.</param>
/// <param name="Undone">When the upload was taken back, in the region's time zone.</param>
/// <param name="UndoneBy">Who took it back; null where the reader does not see who.</param>
public sealed record ResultChangeLine(
    int BatchId, DateTimeOffset At, string Author, string Procedure, int Year, string? Old, string? New, ResultSource? Source, DateTimeOffset? Undone, string? UndoneBy, bool Kept);

/// <summary>A result as it stands, with where it came from.</summary>
/// <param name="Page">Address of the page of this one result.</param>
public sealed record ResultLine(string Procedure, int Year, string Value, ResultSource Source, string? Href, DateTimeOffset? At, string? Author, string Page);

/// <summary>Results of a school over time: what stands and which upload replaced what, as far as the reader sees uploads.</summary>
public sealed class ResultHistory(PortalDb db, Person person, SourceLinks links)
{
    /// <summary>What stands now: everybody who sees the school sees it, file names and authors included.</summary>
    public async Task<IReadOnlyList<ResultLine>> NowAsync(int schoolId, CancellationToken cancellationToken)
    {
        var rows = await db.Results.AsNoTracking().Where(r => r.SchoolId == schoolId)
            .OrderByDescending(r => r.Year).ThenBy(r => r.Procedure.Position)
            .Select(r => new { Result = r, r.Procedure.Code, File = db.Files.Where(f => f.Id == r.FileId).Select(f => f.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var files = rows.Select(r => r.Result.FileId).Distinct().ToArray();
        var origins = await db.FileOriginsAsync(files, cancellationToken);
        var open = await links.OpenAsync(files, cancellationToken);
        var lines = new List<ResultLine>();
        foreach (var row in rows)
        {
            var origin = origins.GetValueOrDefault(row.Result.FileId);
            var result = row.Result;
            lines.Add(new ResultLine(
                row.Code,
                result.Year,
                Words(result.Participants, result.Failed, result.PublishedMarker, result.Version),
                new ResultSource(row.File ?? "файл другого муниципалитета", result.Sheet, result.Row),
                open.Contains(result.FileId) ? SourceLinks.Address(result.FileId) : null,
                origin is null ? null : await person.LocalAsync(origin.AppliedAt),
                origin?.Author,
                SourcesModel.Address(schoolId, result.Year, row.Code)));
        }

        return lines;
    }

    /// <summary>Every change by an upload that the reader sees, newest first: one school's are few.</summary>
    public async Task<IReadOnlyList<ResultChangeLine>> ChangesAsync(int schoolId, CancellationToken cancellationToken)
    {
        // By way of the batches: changes are indexed by batch and school.
        var changes = await db.Batches.AsNoTracking()
            .Where(b => b.State == BatchState.Applied || b.State == BatchState.Undone)
            .SelectMany(b => db.ResultChanges.Where(c => c.BatchId == b.Id && c.SchoolId == schoolId), (b, c) => new
            {
                Change = c,
                Procedure = db.Procedures.First(p => p.Id == c.ProcedureId).Code,
                b.AppliedAt,
                b.CreatedAt,
                b.UndoneAt,
                b.Author,
            })
            .OrderByDescending(x => x.AppliedAt).ThenByDescending(x => x.Change.Id)
            .ToListAsync(cancellationToken);
        var batches = changes.Select(c => c.Change.BatchId).Distinct().ToList();
        var files = await db.Files.Where(f => batches.Contains(f.BatchId)).ToDictionaryAsync(f => f.Id, f => new { f.BatchId, f.Name }, cancellationToken);
        var standing = await db.Results.AsNoTracking().Where(r => r.SchoolId == schoolId).ToListAsync(cancellationToken);

        // What an upload wrote is what stands from its file now, or what a later upload found of its file and replaced.
        var written = standing.ConvertAll(r => new Value(r.ProcedureId, r.Year, r.FileId, r.Participants, r.Failed, r.PublishedMarker, r.Version, r.Sheet, r.Row));
        written.AddRange(changes.Select(c => Value.Read(c.Change)).OfType<Value>());

        // Of an upload that was taken back nothing stands: its own rows say what it had brought.
        var rows = await db.ImportRows.AsNoTracking()
            .Where(r => batches.Contains(r.BatchId) && r.SchoolId == schoolId && r.ProcedureId != null && r.Year != null && r.Lowered == null
                && (r.Outcome == RowOutcome.New || r.Outcome == RowOutcome.Changed))
            .ToListAsync(cancellationToken);
        written.AddRange(rows.ConvertAll(r => new Value(r.ProcedureId!.Value, r.Year!.Value, r.FileId, r.Participants, r.Failed, r.PublishedMarker, r.Version, r.Sheet, r.Row)));
        var undoers = await UndoersAsync([.. changes.Where(c => c.UndoneAt is not null).Select(c => c.Change.BatchId).Distinct()], cancellationToken);
        var lines = new List<ResultChangeLine>();
        foreach (var change in changes)
        {
            var key = change.Change;
            var stood = Value.Read(key);
            var wrote = written.Find(v => v.ProcedureId == key.ProcedureId && v.Year == key.Year && files.GetValueOrDefault(v.FileId)?.BatchId == key.BatchId);
            lines.Add(new ResultChangeLine(
                key.BatchId,
                await person.LocalAsync(change.AppliedAt ?? change.CreatedAt),
                change.Author,
                change.Procedure,
                key.Year,
                stood?.Words,
                wrote?.Words,
                wrote is null ? null : new ResultSource(files[wrote.FileId].Name, wrote.Sheet, wrote.Row),
                change.UndoneAt is { } undone ? await person.LocalAsync(undone) : null,
                undoers.GetValueOrDefault(key.BatchId),
                key.Kept));
        }

        return lines;
    }

    /// <summary>Who took uploads back, as the journal tells the reader.</summary>
    private async Task<Dictionary<int, string>> UndoersAsync(IReadOnlyList<int> batches, CancellationToken cancellationToken)
    {
        var ids = batches.ToDictionary(b => b.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        string[] asked = [.. ids.Keys];
        var acts = await db.Audit.AsNoTracking().Where(a => a.Subject == nameof(ImportBatch) && asked.Contains(a.SubjectId) && a.New != null && a.UserId != null)
            .OrderBy(a => a.Id)
            .Select(a => new { a.SubjectId, a.New, Who = db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return acts.Where(a => a.Who is not null && Undoes(a.New!)).DistinctBy(a => a.SubjectId, StringComparer.Ordinal).ToDictionary(a => ids[a.SubjectId], a => a.Who!);
    }

    private static bool Undoes(string change)
    {
        using var json = JsonDocument.Parse(change);
        return json.RootElement.TryGetProperty(nameof(ImportBatch.UndoneAt), out var at) && at.ValueKind != JsonValueKind.Null;
    }

    private static string Words(int? participants, int? failed, bool? marker, ResultVersion? version) => (participants is null
        ? marker == true ? "низкий результат, чисел нет" : "не низкий результат, чисел нет"
        : $"{failed} из {participants}") + (version is null ? "" : $", {version.RussianName()}");

    private sealed record Value(int ProcedureId, int Year, int FileId, int? Participants, int? Failed, bool? Marker, ResultVersion? Version, string? Sheet, int? Row)
    {
        public string Words => ResultHistory.Words(Participants, Failed, Marker, Version);

        /// <summary>The row of results that the change kept; null where there was none.</summary>
        public static Value? Read(ResultChange change)
        {
            if (change.Old is null)
            {
                return null;
            }

            using var json = JsonDocument.Parse(change.Old);
            var row = json.RootElement;
            return new Value(
                change.ProcedureId, change.Year, Number("file_id") ?? 0, Number("participants"), Number("failed"),
                row.TryGetProperty("published_marker", out var marker) && marker.ValueKind != JsonValueKind.Null ? marker.GetBoolean() : null,
                row.TryGetProperty("version", out var version) && Enum.TryParse<ResultVersion>(version.GetString(), out var known) ? known : null,
                row.TryGetProperty("sheet", out var sheet) ? sheet.GetString() : null,
                Number("row"));

            int? Number(string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
        }
    }
}
