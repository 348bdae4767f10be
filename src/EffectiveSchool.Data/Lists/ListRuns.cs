using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Data.Lists;

/// <summary>Runs of identification: reads a year's results once, lets the domain decide, stores verdicts with their inputs.</summary>
public sealed class ListRuns(PortalDb db, TimeProvider clock)
{
    /// <summary>Runs the identification and stores it as the content of the list. Returns a refusal, or null.</summary>
    public async Task<string?> RunAsync(SchoolList list, StoredMethodology methodology, CancellationToken cancellationToken)
    {
        var input = await ReadInputAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
        if (!input.Schools.Any(s => s.Facts.Any(f => f.Year == list.ResultsYear)))
        {
            return $"За {list.ResultsYear} год не загружено ни одного результата: считать нечего. Загрузите файлы в разделе «Результаты».";
        }

        var run = LowResultRule.Judge(input);
        if (list.RecordRun(run, methodology.Id, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (list.Id == 0)
        {
            db.Lists.Add(list);
        }

        await db.SaveChangesAsync(cancellationToken);
        await StoreAsync(list, run, input, withInputs: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Approves the list by an order, with a copy of its inputs. Returns a refusal, or null.</summary>
    public async Task<string?> ApproveAsync(SchoolList list, Order order, CancellationToken cancellationToken)
    {
        var methodology = await db.Methodologies.SingleAsync(m => m.Id == list.MethodologyId, cancellationToken);
        var input = await ReadInputAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
        var rerun = LowResultRule.Judge(input);
        if (list.Approve(order, rerun, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await StoreAsync(list, rerun, input, withInputs: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Judges an approved list once more from the copy of its inputs alone; the hash must be the list's own.</summary>
    public async Task<IdentificationRun> RerunAsync(SchoolList list, CancellationToken cancellationToken)
    {
        var methodology = await db.Methodologies.SingleAsync(m => m.Id == list.MethodologyId, cancellationToken);
        var inputs = await db.ListSchools.Where(s => s.ListId == list.Id && s.Input != null).Select(s => s.Input!).ToListAsync(cancellationToken);
        return LowResultRule.Judge(new IdentificationInput(
            list.ResultsYear, methodology.Definition, inputs, await NotHeldAsync(list.RegionId, cancellationToken)));
    }

    /// <summary>Everything a run of that year reads: working schools of the region with the results of two years.</summary>
    public async Task<IdentificationInput> ReadInputAsync(int regionId, int year, Methodology methodology, CancellationToken cancellationToken)
    {
        var results = await db.Results
            .Where(r => r.RegionId == regionId && (r.Year == year || r.Year == year - 1))
            .Select(r => new
            {
                r.SchoolId,
                r.Procedure.Code,
                r.Year,
                r.Participants,
                r.Failed,
                r.PublishedMarker,
                File = r.File.Name,
                r.Sheet,
                r.Row,
            })
            .ToListAsync(cancellationToken);
        var facts = results.ToLookup(
            r => r.SchoolId,
            r => new ResultFact(r.Code, r.Year, r.Participants, r.Failed, r.PublishedMarker, new ResultSource(r.File, r.Sheet, r.Row)));

        var schools = await db.Schools
            .Where(s => s.RegionId == regionId && s.Status == SchoolStatus.Active)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.Type,
                s.HeadSchoolId,
                Municipality = db.Municipalities.First(m => m.Id == s.MunicipalityId).Name,
                Code = s.Codes.Where(c => c.ValidTo == null).OrderBy(c => c.Kind == SchoolCodeKind.FisOko ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Value).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        return new IdentificationInput(
            year,
            methodology,
            [.. schools.Select(s => new SchoolInput(s.Id, s.Code ?? "", s.Name, s.Municipality, s.Type, s.HeadSchoolId, [.. facts[s.Id]]))],
            await NotHeldAsync(regionId, cancellationToken));
    }

    private async Task<HashSet<(string, int)>> NotHeldAsync(int regionId, CancellationToken cancellationToken)
    {
        var rows = await db.NotHeld
            .Where(n => n.RegionId == regionId)
            .Join(db.Procedures, n => n.ProcedureId, p => p.Id, (n, p) => new { p.Code, n.Year })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Code, r.Year))];
    }

    private async Task StoreAsync(SchoolList list, IdentificationRun run, IdentificationInput input, bool withInputs, CancellationToken cancellationToken)
    {
        var schools = input.Schools.ToDictionary(s => s.Key);
        await BulkCopy.ToTempTableAsync(
            db,
            "new_list_schools",
            "school_id integer, code text, name text, municipality text, listed boolean, criterion_a boolean, criterion_b boolean, pupils_to_flip integer, verdict jsonb, input jsonb",
            run.Verdicts,
            async (copy, verdict) =>
            {
                var school = schools[verdict.SchoolKey];
                await copy.WriteAsync(verdict.SchoolKey, NpgsqlDbType.Integer);
                await copy.WriteAsync(school.Code, NpgsqlDbType.Text);
                await copy.WriteAsync(school.Name, NpgsqlDbType.Text);
                await copy.WriteAsync(school.Municipality, NpgsqlDbType.Text);
                await copy.WriteAsync(verdict.Listed, NpgsqlDbType.Boolean);
                await copy.WriteAsync(verdict.Criteria.Contains(Criterion.A), NpgsqlDbType.Boolean);
                await copy.WriteAsync(verdict.Criteria.Contains(Criterion.B), NpgsqlDbType.Boolean);
                await copy.WriteOrNullAsync(verdict.PupilsToFlip, NpgsqlDbType.Integer);
                await copy.WriteAsync(Json.Write(verdict), NpgsqlDbType.Jsonb);
                await copy.WriteOrNullAsync(withInputs ? Json.Write(school) : null, NpgsqlDbType.Jsonb);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from list_schools where list_id = {list.Id};
            insert into list_schools (list_id, school_id, region_id, municipality_id, code, name, municipality, listed, criterion_a, criterion_b, pupils_to_flip, verdict, input)
            select {list.Id}, n.school_id, s.region_id, s.municipality_id, n.code, n.name, n.municipality, n.listed, n.criterion_a, n.criterion_b, n.pupils_to_flip, n.verdict, n.input
            from new_list_schools n join schools s on s.id = n.school_id;
            delete from list_source_files where list_id = {list.Id};
            insert into list_source_files (list_id, region_id, name, sha256, applied_at, author)
            select {list.Id}, {list.RegionId}, f.name, f.sha256, coalesce(b.applied_at, b.created_at), b.author
            from import_files f join import_batches b on b.id = f.batch_id
            where f.id in (select r.file_id from results r where r.region_id = {list.RegionId} and r.year in ({list.ResultsYear}, {list.ResultsYear - 1}));
            """,
            cancellationToken);
    }
}
