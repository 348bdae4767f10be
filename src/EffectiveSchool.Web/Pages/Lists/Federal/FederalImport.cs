using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>A row whose school is known.</summary>
public sealed record FoundSchool(FederalListRow Row, int SchoolId, string School, string Municipality);

/// <summary>A row whose school a person must name; the candidates are alike by name.</summary>
public sealed record UnknownSchool(FederalListRow Row, IReadOnlyList<Candidate> Candidates);

/// <summary>The dry run of a federal list: what storing it would do.</summary>
public sealed record FederalPlan(FederalListFile File, IReadOnlyList<FoundSchool> Found, IReadOnlyList<UnknownSchool> Unknown, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Tells whether what is stored is what was shown.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Found.Select(f => $"{f.Row.Row}|{f.SchoolId}|{f.Row.Level}")))));
}

/// <summary>The import of a federal list: kept file → dry run → one transaction → undo. The levels are stored as given.</summary>
public sealed class FederalImport(PortalDb db, ImportedListStore store, SchoolMatching matching, CandidateQuery candidates, TimeProvider clock)
{
    /// <summary>Candidates are looked for behind the first rows only: a file of strangers must not keep the page waiting.</summary>
    public const int MostProposed = 50;

    /// <summary>What storing would do; null where the reader does not see the file.</summary>
    public async Task<FederalPlan?> PlanAsync(ImportedList list, bool propose, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(list, cancellationToken) is not var (name, bytes))
        {
            return null;
        }

        FederalListFile file;
        await using (bytes)
        {
            file = FederalListReader.Read(bytes, name, cancellationToken);
        }

        var schools = await matching.MatchAsync(list.RegionId, file.Rows, cancellationToken);
        var names = await matching.NamesAsync(schools.Values.SelectMany(s => s), cancellationToken);
        var (found, unknown, refusals) = (new List<FoundSchool>(), new List<UnknownSchool>(), file.Refusals.ToList());
        foreach (var row in file.Rows)
        {
            switch (schools[row])
            {
                case { Count: > 1 }:
                    Refuse(row, $"Код {row.Code} есть у нескольких школ.", "Укажите логин ФИС ОКО или ИНН.");
                    break;
                case [var school] when found.Find(f => f.SchoolId == school) is { } twice:
                    Refuse(row, $"«{names[school].Name}» уже есть в строке {twice.Row.Row}.", "Оставьте одну строку о школе.");
                    break;
                case [var school]:
                    found.Add(new FoundSchool(row, school, names[school].Name, names[school].Municipality));
                    break;
                default:
                    unknown.Add(new UnknownSchool(row, propose && unknown.Count < MostProposed
                        ? await candidates.ProposeAsync(list.RegionId, row.Name, row.Municipality, cancellationToken)
                        : []));
                    break;
            }
        }

        return new FederalPlan(file, found, unknown, refusals);

        void Refuse(FederalListRow row, string reason, string whatToDo) =>
            refusals.Add(new Refusal(file.FileName, row.Sheet, row.Row, row.Cell, row.AsWritten, reason, whatToDo));
    }

    /// <summary>Remembers which school a row means, for this and later files of the region. Returns a refusal, or null.</summary>
    public async Task<string?> ConfirmAsync(ImportedList list, int row, int schoolId, CancellationToken cancellationToken)
    {
        if (list.AppliedAt is not null || list.UndoneAt is not null
            || await PlanAsync(list, propose: false, cancellationToken) is not { } plan
            || plan.Unknown.FirstOrDefault(u => u.Row.Row == row) is not { } unknown
            || !await db.Schools.AnyAsync(s => s.Id == schoolId && s.RegionId == list.RegionId, cancellationToken))
        {
            return "Школу указывают только для неузнанной строки и только из своего реестра. Посмотрите проверку ещё раз.";
        }

        await matching.RememberAsync(list.RegionId, unknown.Row, schoolId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Stores the schools that were found, exactly as shown. Returns a refusal, or null.</summary>
    public async Task<string?> ApplyAsync(ImportedList list, string? shown, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await LockAsync(list, cancellationToken);
        if (await db.ImportedLists.AnyAsync(l => l.Kind == ImportedListKind.Federal && l.RegionId == list.RegionId && l.Year == list.Year && l.AppliedAt != null && l.Id != list.Id, cancellationToken))
        {
            return $"Федеральный перечень за {list.Year} год уже записан. Отмените его, потом запишите этот.";
        }

        if (await PlanAsync(list, propose: false, cancellationToken) is not { } plan || plan.Hash != shown)
        {
            return "Пока вы смотрели, реестр изменился. Проверка обновлена — посмотрите её ещё раз.";
        }

        if (plan.Found.Count == 0)
        {
            return "Записывать нечего: ни одна школа не узнана.";
        }

        if (list.Apply(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        (batch.State, batch.AppliedAt) = (BatchState.Applied, list.AppliedAt);
        db.ImportedListSchools.AddRange(plan.Found.Select(f => new ImportedListSchool
        {
            RegionId = list.RegionId,
            ListId = list.Id,
            SchoolId = f.SchoolId,
            Level = f.Row.Level,
            Sheet = f.Row.Sheet,
            Row = f.Row.Row,
            Cell = f.Row.LevelCell,
            AsWritten = f.Row.AsWritten,
        }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes a stored list back: its schools and levels are gone, the file stays. Returns a refusal, or null.</summary>
    public async Task<string?> UndoAsync(ImportedList list, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await LockAsync(list, cancellationToken);
        if (list.Undo(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        (batch.State, batch.UndoneAt) = (BatchState.Undone, list.UndoneAt);
        await db.ImportedListSchools.Where(s => s.ListId == list.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>One at a time stores or takes back in a region: the second sees what the first has done.</summary>
    private async Task<ImportBatch> LockAsync(ImportedList list, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('federal-list'), {list.RegionId})", cancellationToken);
        await db.Entry(list).ReloadAsync(cancellationToken);
        return await db.Batches.SingleAsync(b => b.Id == list.BatchId, cancellationToken);
    }
}
