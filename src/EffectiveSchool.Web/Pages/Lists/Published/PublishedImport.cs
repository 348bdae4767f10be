using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>A row of an annex with its school of the registry.</summary>
/// <param name="School">The school; null where it is not known.</param>
/// <param name="Why">Why it is not known; null where it is.</param>
/// <param name="Candidates">Schools alike by name, for a person to choose from.</param>
public sealed record MatchedRow(PublishedSchool Printed, SchoolRow Row, RegistryName? School, string? Why, IReadOnlyList<Candidate> Candidates);

/// <summary>The dry run of an annex: what storing it would store.</summary>
public sealed record PublishedPlan(PublishedMatrixFile File, IReadOnlyList<MatchedRow> Rows)
{
    /// <summary>Tells whether what is stored is what was shown.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(r => $"{r.Printed.Row}|{r.School?.Id}")))));
}

/// <summary>The import of a published annex: kept file → dry run → rows as printed, in one transaction → removal.</summary>
public sealed class PublishedImport(PortalDb db, ImportedListStore store, SchoolMatching matching, CandidateQuery candidates, TimeProvider clock)
{
    /// <summary>Candidates are looked for behind the first rows only: a file of strangers must not keep the page waiting.</summary>
    public const int MostProposed = 50;

    /// <summary>What storing would do; null where the reader does not see the file.</summary>
    public async Task<PublishedPlan?> PlanAsync(ImportedList list, bool propose, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(list, cancellationToken) is not var (name, bytes))
        {
            return null;
        }

        await using (bytes)
        {
            var file = PublishedMatrixReader.Read(bytes, name, cancellationToken);
            return new PublishedPlan(file, await MatchAsync(list, file, propose, cancellationToken));
        }
    }

    /// <summary>Rows of a stored annex that nobody has matched, with candidates; only the region sees them.</summary>
    public async Task<IReadOnlyList<MatchedRow>> UnmatchedAsync(ImportedList list, CancellationToken cancellationToken)
    {
        var rows = await db.PublishedRows.AsNoTracking().Where(r => r.ListId == list.Id && r.SchoolId == null).OrderBy(r => r.Row).Take(MostProposed).ToListAsync(cancellationToken);
        var found = new List<MatchedRow>();
        foreach (var row in rows)
        {
            found.Add(await UnknownAsync(list, row.Printed, PublishedSchoolRows.Of(row.Printed, row.Sheet), "Школа не узнана.", propose: true, cancellationToken));
        }

        return found;
    }

    /// <summary>Stores the annex exactly as shown. Returns a refusal, or null.</summary>
    public async Task<string?> ApplyAsync(ImportedList list, string? shown, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(list, cancellationToken);
        if (await PlanAsync(list, propose: false, cancellationToken) is not { } plan || plan.Hash != shown)
        {
            return "Пока вы смотрели, реестр изменился. Проверка обновлена — посмотрите её ещё раз.";
        }

        if (plan.Rows.Count == 0)
        {
            return "Записывать нечего: в файле не прочитано ни одной школы.";
        }

        if (!plan.File.Years.Contains(list.Year))
        {
            return $"За {list.Year} год в файле нет ни одного маркера. Уберите приложение и загрузите его с верным годом.";
        }

        if (list.Apply(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        var batch = await db.Batches.SingleAsync(b => b.Id == list.BatchId, cancellationToken);
        (batch.State, batch.AppliedAt) = (BatchState.Applied, list.AppliedAt);
        list.UnmatchedRows = plan.Rows.Count(r => r.School is null);
        db.PublishedRows.AddRange(plan.Rows.Select(r => new PublishedRow
        {
            RegionId = list.RegionId,
            ListId = list.Id,
            SchoolId = r.School?.Id,
            Sheet = plan.File.Sheet,
            Row = r.Printed.Row,
            Named = r.Printed.IsNamed,
            Printed = r.Printed,
        }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Says which school a row means, for this annex and later files of the region. Returns a refusal, or null.</summary>
    public async Task<string?> ConfirmAsync(ImportedList list, int row, int schoolId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(list, cancellationToken);
        var stored = await db.PublishedRows.SingleOrDefaultAsync(r => r.ListId == list.Id && r.Row == row && r.SchoolId == null, cancellationToken);
        var unknown = stored is not null
            ? PublishedSchoolRows.Of(stored.Printed, stored.Sheet)
            : list.AppliedAt is null && await PlanAsync(list, propose: false, cancellationToken) is { } plan ? plan.Rows.FirstOrDefault(r => r.School is null && r.Printed.Row == row)?.Row : null;
        if (unknown is null || !await db.Schools.AnyAsync(s => s.Id == schoolId && s.RegionId == list.RegionId, cancellationToken))
        {
            return "Школу указывают только для неузнанной строки и только из своего реестра. Посмотрите приложение ещё раз.";
        }

        if (await db.PublishedRows.Where(r => r.ListId == list.Id && r.SchoolId == schoolId).Select(r => (int?)r.Row).FirstOrDefaultAsync(cancellationToken) is { } twice)
        {
            return $"Эта школа уже узнана в строке {twice}. Выберите другую.";
        }

        await matching.RememberAsync(list.RegionId, unknown, schoolId, cancellationToken);
        if (stored is not null)
        {
            stored.SchoolId = schoolId;
            list.UnmatchedRows--;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Removes an annex with its file and rows; of a stored one the journal keeps why. Returns a refusal, or null.</summary>
    public async Task<string?> RemoveAsync(ImportedList list, string? reason, CancellationToken cancellationToken)
    {
        if (list.AppliedAt is not null && string.IsNullOrWhiteSpace(reason))
        {
            return "Укажите причину, по которой приложение убирается: она останется в журнале.";
        }

        db.Reason = reason?.Trim();
        await store.ForgetAsync(list, cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<MatchedRow>> MatchAsync(ImportedList list, PublishedMatrixFile file, bool propose, CancellationToken cancellationToken)
    {
        var rows = file.Schools.Select(s => (Printed: s, Row: PublishedSchoolRows.Of(s, file.Sheet))).ToList();
        var schools = await matching.MatchAsync(list.RegionId, rows.ConvertAll(r => r.Row), cancellationToken);
        var names = await matching.NamesAsync(schools.Values.SelectMany(s => s), cancellationToken);
        var taken = new Dictionary<int, int>();
        var matched = new List<MatchedRow>();
        foreach (var (printed, row) in rows)
        {
            var why = schools[row] switch
            {
                { Count: > 1 } => $"Код {row.Code} есть у нескольких школ.",
                [var school] when taken.TryGetValue(school, out var first) => $"«{names[school].Name}» уже есть в строке {first}.",
                [_] => null,
                _ => "Школа не узнана.",
            };
            if (why is null)
            {
                taken.Add(schools[row][0], printed.Row);
                matched.Add(new MatchedRow(printed, row, names[schools[row][0]], null, []));
            }
            else
            {
                matched.Add(await UnknownAsync(list, printed, row, why, propose && matched.Count(m => m.School is null) < MostProposed, cancellationToken));
            }
        }

        return matched;
    }

    private async Task<MatchedRow> UnknownAsync(ImportedList list, PublishedSchool printed, SchoolRow row, string why, bool propose, CancellationToken cancellationToken) =>
        new(printed, row, null, why, propose ? await candidates.ProposeAsync(list.RegionId, row.Name, row.Municipality, cancellationToken) : []);

    /// <summary>One at a time changes an annex: the second sees what the first has done.</summary>
    private async Task LockAsync(ImportedList list, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('imported-list'), {list.RegionId})", cancellationToken);
        await db.Entry(list).ReloadAsync(cancellationToken);
    }
}
