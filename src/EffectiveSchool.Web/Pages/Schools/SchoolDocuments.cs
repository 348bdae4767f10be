using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>Reads a school with its verdict, results and history: one read model for the page and its pdf.</summary>
public sealed class SchoolDocuments(PortalDb db, Person person, TimeProvider clock)
{
    /// <summary>The school as the person may see it; null where there is none for them.</summary>
    public async Task<SchoolDocument?> FindAsync(int schoolId, CancellationToken cancellationToken)
    {
        var school = await db.Schools.Where(s => s.Id == schoolId)
            .Select(s => new
            {
                s.Id,
                s.RegionId,
                s.Name,
                s.Type,
                s.Status,
                s.Settlement,
                s.Pupils,
                s.Teachers,
                s.HeadSchoolId,
                Municipality = db.Municipalities.First(m => m.Id == s.MunicipalityId).Name,
                Code = s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (school is null)
        {
            return null;
        }

        var history = await HistoryAsync(schoolId, cancellationToken);
        var newest = history.Find(h => h.Kind == MethodologyKind.LowResults) ?? history.FirstOrDefault();
        var (list, verdict) = newest is null ? (null, null) : await VerdictAsync(schoolId, newest.ListId, cancellationToken);
        var results = await ResultsAsync(schoolId, cancellationToken);
        var facts = Facts(
            ("Код ФИС ОКО", school.Code),
            ("Тип", school.Type == SchoolType.Unknown ? null : school.Type.RussianName()),
            ("Статус", school.Status == SchoolStatus.Active ? null : school.Status.RussianName()),
            ("Филиал", school.HeadSchoolId is null ? null : "да"),
            ("Местность", school.Settlement.RussianName()),
            ("Обучающихся", school.Pupils is null ? null : RussianFigures.Count(school.Pupils)),
            ("Педагогов", school.Teachers is null ? null : RussianFigures.Count(school.Teachers)));
        return new SchoolDocument(
            school.Id,
            school.Name,
            school.Municipality,
            facts,
            list,
            verdict,
            list?.Methodology.ThresholdPercent ?? Methodology.SameProcedure.ThresholdPercent,
            results.Years,
            history,
            await SourcesAsync(results.FileIds, cancellationToken),
            await person.LocalAsync(clock.GetUtcNow()));
    }

    private static List<SchoolFact> Facts(params (string Label, string? Value)[] facts) =>
        [.. facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new SchoolFact(f.Label, f.Value!))];

    /// <summary>Lists that the person sees the school in, newest first.</summary>
    public async Task<List<ListHistoryLine>> HistoryAsync(int schoolId, CancellationToken cancellationToken)
    {
        var rows = await (
            from list in db.Lists.NewestFirst()
            join row in db.ListSchools on list.Id equals row.ListId
            where row.SchoolId == schoolId
            select new { list.Id, list.ForYear, list.ResultsYear, list.State, row.Judged, row.Listed, row.CriterionA, row.CriterionB, row.TrueIndicators, row.KnownIndicators, list.Kind, list.OrderNumber, list.OrderDate })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ListHistoryLine(
            r.Id,
            r.ForYear,
            r.ResultsYear,
            r.State,
            r.Judged,
            r.Listed,
            [.. r.CriterionA ? [Criterion.A] : Array.Empty<Criterion>(), .. r.CriterionB ? [Criterion.B] : Array.Empty<Criterion>()],
            r.OrderNumber,
            r.OrderDate)
        {
            Kind = r.Kind,
            HasData = r.Kind == MethodologyKind.LowResults || r.KnownIndicators.Count > 0,
            Tally = r.Kind == MethodologyKind.LowResults ? null : r.KnownIndicators.Count == 0 ? "нет данных" : $"{r.TrueIndicators.Count} из {r.KnownIndicators.Count} с данными",
        });
    }

    private async Task<(ListHeading List, SchoolVerdict Verdict)> VerdictAsync(int schoolId, int listId, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.ListSchools
            join list in db.Lists on row.ListId equals list.Id
            join methodology in db.Methodologies on list.MethodologyId equals methodology.Id
            join region in db.Regions on list.RegionId equals region.Id
            where row.ListId == listId && row.SchoolId == schoolId
            select new { List = list, methodology.Definition, Region = region.Name, row.Verdict })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        // Counted over what the person sees: the page of one school does not print them.
        var schools = await db.ListSchools.CountAsync(r => r.ListId == listId, cancellationToken);
        var listed = await db.ListSchools.CountAsync(r => r.ListId == listId && r.Listed, cancellationToken);
        var heading = new ListHeading(
            found.List.Id,
            found.Region,
            found.List.ForYear,
            found.List.ResultsYear,
            found.List.State,
            found.Definition,
            found.List.OrderNumber,
            found.List.OrderDate,
            await person.LocalAsync(found.List.RunAt),
            found.List.RunSha256,
            schools,
            listed)
        {
            Edition = found.List.Edition,
        };
        return (heading, found.Verdict);
    }

    private async Task<(List<ProcedureYears> Years, int[] FileIds)> ResultsAsync(int schoolId, CancellationToken cancellationToken)
    {
        var rows = await db.Results
            .Where(r => r.SchoolId == schoolId)
            .OrderBy(r => r.Procedure.Position).ThenBy(r => r.Year)
            .Select(r => new
            {
                r.Procedure.Code,
                r.Year,
                r.Participants,
                r.Failed,
                // A school that moved keeps results whose file belongs to its former municipality and is hidden here.
                File = db.Files.Where(f => f.Id == r.FileId).Select(f => f.Name).FirstOrDefault() ?? "файл другого муниципалитета",
                r.FileId,
                r.Sheet,
                r.Row,
                r.Version,
            })
            .ToListAsync(cancellationToken);
        var years = rows
            .Where(r => r.Participants is not null)
            .GroupBy(r => r.Code, StringComparer.Ordinal)
            .Select(g => new ProcedureYears(g.Key, [.. g.Select(r => new YearPoint(r.Year, r.Participants!.Value, r.Failed!.Value, new ResultSource(r.File, r.Sheet, r.Row)) { Version = r.Version })]))
            .ToList();
        return (years, [.. rows.Select(r => r.FileId).Distinct()]);
    }

    private async Task<List<SourceFile>> SourcesAsync(int[] fileIds, CancellationToken cancellationToken)
    {
        var files = await db.Files.Where(f => fileIds.Contains(f.Id)).OrderBy(f => f.Name).Select(f => new { f.Id, f.Name, f.Sha256 }).ToListAsync(cancellationToken);
        var origins = await db.FileOriginsAsync(fileIds, cancellationToken);
        var sources = new List<SourceFile>(files.Count);
        foreach (var file in files)
        {
            var origin = origins[file.Id];
            sources.Add(new SourceFile(file.Name, await person.LocalAsync(origin.AppliedAt), origin.Author, file.Sha256));
        }

        return sources;
    }
}
