using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Demo;

/// <summary>
/// Puts a demo region into an empty database: registry, results with the files they would have come from, methodologies
/// and, where asked, accounts and lists. Bulk COPY, so that 40 000 schools are a matter of seconds.
/// </summary>
public sealed class DemoLoad(PortalDb db, ListRuns runs, TimeProvider clock)
{
    /// <summary>Everything in one transaction, then the lists of the last two years.</summary>
    /// <param name="demo">The region.</param>
    /// <param name="author">Who is named as the sender of the files.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<Region> LoadAsync(DemoRegion demo, Guid author, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var region = new Region { Code = demo.RegionCode, Name = demo.RegionName, TimeZone = demo.TimeZone };
        db.Regions.Add(region);
        await db.SaveChangesAsync(cancellationToken);
        var municipalities = demo.Municipalities.Select(m => new Municipality { RegionId = region.Id, Name = m.Name, FisOkoCode = m.FisOkoCode }).ToList();
        db.Municipalities.AddRange(municipalities);
        db.Methodologies.AddRange(Methodologies.PresetsFor(region, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await LoadSchoolsAsync(demo, region, municipalities, cancellationToken);
        await LoadResultsAsync(demo, region, author, cancellationToken);
        await new DemoCollection(db, clock).LoadAsync(region, demo.LastYear, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return region;
    }

    /// <summary>Last year's list approved by an order, this year's under the eyes of schools.</summary>
    public async Task RunListsAsync(DemoRegion demo, Region region, CancellationToken cancellationToken)
    {
        var methodology = await db.Methodologies.SingleAsync(m => m.RegionId == region.Id && m.Code == Methodology.SameProcedure.Code, cancellationToken);
        foreach (var year in new[] { demo.LastYear - 1, demo.LastYear })
        {
            var list = new SchoolList { RegionId = region.Id, ResultsYear = year, ForYear = year + 1 };
            var refusal = await runs.RunAsync(list, methodology, cancellationToken) ?? await runs.PublishAsync(list, null, cancellationToken);
            if (refusal is null && year < demo.LastYear)
            {
                refusal = await runs.EndObjectionsAsync(list, "Перечень утверждён до начала работы в портале.", cancellationToken)
                    ?? await runs.ApproveAsync(list, new Order("412-п", new DateOnly(year, 12, 1)), cancellationToken);
            }

            if (refusal is not null)
            {
                throw new InvalidOperationException($"The demo list of {year} was refused: {refusal}");
            }
        }

        await new DemoFigures(db, clock).LoadAsync(demo, region, cancellationToken);
    }

    private async Task LoadSchoolsAsync(DemoRegion demo, Region region, List<Municipality> municipalities, CancellationToken cancellationToken)
    {
        var schools = demo.Schools.Select(s => ToSchool(s, region, municipalities[s.MunicipalityIndex])).ToList();
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_schools",
            "index integer, municipality_id integer, name text, full_name text, type text, status text, legal_form text, head_index integer, settlement text, pupils integer, teachers integer, site text, contacts text, search_text text, former_name text, former_until date",
            demo.Schools.Zip(schools),
            async (copy, pair) =>
            {
                var (invented, school) = pair;
                await copy.WriteAsync(invented.Index, NpgsqlDbType.Integer);
                await copy.WriteAsync(school.MunicipalityId, NpgsqlDbType.Integer);
                await copy.WriteAsync(school.Name, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(school.FullName);
                await copy.WriteAsync(school.Type.ToString(), NpgsqlDbType.Text);
                await copy.WriteAsync(school.Status.ToString(), NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(school.LegalForm);
                await copy.WriteOrNullAsync(invented.HeadIndex, NpgsqlDbType.Integer);
                await copy.WriteAsync(school.Settlement.ToString(), NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(school.Pupils, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(school.Teachers, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(school.Site);
                await copy.WriteOrNullAsync(school.Contacts);
                await copy.WriteAsync(school.SearchText, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(invented.FormerName);
                await copy.WriteOrNullAsync(invented.FormerNameUntil, NpgsqlDbType.Date);
            },
            cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_codes",
            "index integer, kind text, value text",
            demo.Schools.SelectMany(s => s.Codes, (s, code) => (s.Index, Code: code)),
            async (copy, row) =>
            {
                await copy.WriteAsync(row.Index, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Code.Kind.ToString(), NpgsqlDbType.Text);
                await copy.WriteAsync(row.Code.Digits, NpgsqlDbType.Text);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            alter table demo_schools add column id integer;
            update demo_schools set id = numbered.id
            from (select index, nextval(pg_get_serial_sequence('schools', 'id'))::integer as id from (select index from demo_schools order by index) ordered) numbered
            where numbered.index = demo_schools.index;
            create unique index on demo_schools (index);
            insert into schools (id, region_id, municipality_id, name, full_name, type, status, legal_form, head_school_id, settlement, pupils, teachers, site, contacts, search_text)
            select s.id, {region.Id}, s.municipality_id, s.name, s.full_name, s.type, s.status, s.legal_form, head.id, s.settlement, s.pupils, s.teachers, s.site, s.contacts, s.search_text
            from demo_schools s left join demo_schools head on head.index = s.head_index
            order by s.head_index nulls first, s.index;
            insert into former_school_names (school_id, name, until) select id, former_name, former_until from demo_schools where former_name is not null;
            insert into school_codes (school_id, region_id, kind, value)
            select s.id, {region.Id}, c.kind, c.value from demo_codes c join demo_schools s on s.index = c.index;
            """,
            cancellationToken);
    }

    private async Task LoadResultsAsync(DemoRegion demo, Region region, Guid author, CancellationToken cancellationToken)
    {
        var files = await AddFilesAsync(demo, region, author, cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_results",
            "index integer, procedure text, year integer, participants integer, failed integer, twos integer, threes integer, fours integer, fives integer, mean_score numeric, file_id integer",
            demo.Results,
            async (copy, result) =>
            {
                await copy.WriteAsync(result.SchoolIndex, NpgsqlDbType.Integer);
                await copy.WriteAsync(result.Procedure, NpgsqlDbType.Text);
                foreach (var figure in new[] { result.Year, result.Participants, result.Failed, result.Marks?.Twos, result.Marks?.Threes, result.Marks?.Fours, result.Marks?.Fives })
                {
                    await copy.WriteOrNullAsync(figure, NpgsqlDbType.Integer);
                }

                await copy.WriteOrNullAsync(result.MeanScore, NpgsqlDbType.Numeric);
                await copy.WriteAsync(files[(result.Procedure, result.Year)], NpgsqlDbType.Integer);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into results (region_id, school_id, procedure_id, year, participants, failed, twos, threes, fours, fives, mean_score, version, file_id, sheet, row)
            select {region.Id}, s.id, p.id, r.year, r.participants, r.failed, r.twos, r.threes, r.fours, r.fives, r.mean_score,
              case when p.kind in ('Oge', 'Ege') then case when r.year = {demo.LastYear} and p.kind = 'Ege' and r.index % 9 = 0 then 'Preliminary' else 'Final' end end,
              r.file_id, r.procedure,
              8 + row_number() over (partition by r.file_id order by r.index)
            from demo_results r join demo_schools s on s.index = r.index join procedures p on p.code = r.procedure;
            """,
            cancellationToken);
    }

    /// <summary>The batch and the files that the results would have come in: one file a procedure and year.</summary>
    private async Task<Dictionary<(string Procedure, int Year), int>> AddFilesAsync(DemoRegion demo, Region region, Guid author, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var batch = new ImportBatch
        {
            RegionId = region.Id, AuthorId = author, Author = "региональный координатор", CreatedAt = now, AppliedAt = now, State = BatchState.Applied,
        };
        var files = demo.Results.GroupBy(r => (r.Procedure, r.Year)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Procedure, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new ImportFile
            {
                RegionId = region.Id,
                Name = $"{g.Key.Procedure} {g.Key.Year} ({DemoRegion.SourceName})",
                Sha256 = HashOf(g),
                Size = 0,
                Sections = [new RecognisedSection(g.Key.Procedure, g.Key.Procedure, g.Key.Year, "", g.Count(), g.Sum(r => r.Participants), null, "")],
            });
        batch.Files.AddRange(files.Values);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return files.ToDictionary(f => f.Key, f => f.Value.Id);
    }

    /// <summary>There is no file, so the hash is of what it would have said.</summary>
    private static string HashOf(IEnumerable<DemoResult> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', rows.Select(r => FormattableString.Invariant($"{r.SchoolIndex};{r.Participants};{r.Failed}"))))));

    private static School ToSchool(DemoSchool invented, Region region, Municipality municipality)
    {
        var school = new School
        {
            RegionId = region.Id,
            MunicipalityId = municipality.Id,
            Name = invented.FormerName ?? invented.Name,
            FullName = invented.FullName,
            Type = invented.Type,
            Status = invented.Status,
            LegalForm = invented.LegalForm,
            Settlement = invented.Settlement,
            Pupils = invented.Pupils,
            Teachers = invented.Teachers,
            Site = invented.Site,
            Contacts = invented.Contacts,
        };
        school.Rename(invented.Name, invented.FormerNameUntil ?? DateOnly.MinValue);
        foreach (var code in invented.Codes)
        {
            school.SetCode(code.Kind, code.Digits, DateOnly.MinValue);
        }

        return school;
    }
}
