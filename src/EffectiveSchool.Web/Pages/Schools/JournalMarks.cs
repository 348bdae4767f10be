using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>A school's marks beside its journal, with its region for comparison.</summary>
/// <param name="RegionLoweredPercent">Percent of lowered marks in the region; null where fewer than three schools brought them.</param>
/// <param name="Href">The file, where it opens for the reader.</param>
public sealed record JournalMarksLine(
    int SchoolId, string School, string Municipality, string? Code, string Procedure, int Year, JournalComparison Comparison,
    decimal? RegionLoweredPercent, ResultSource Source, string? Href);

/// <summary>Reads comparisons of marks with the journal within the scope of the person.</summary>
public sealed class JournalMarks(PortalDb db, SourceLinks links)
{
    /// <summary>Comparisons of one school, or of all that the person sees; newest first.</summary>
    public async Task<IReadOnlyList<JournalMarksLine>> ReadAsync(int? schoolId, CancellationToken cancellationToken)
    {
        var rows = await db.MarkComparisons.Where(c => schoolId == null || c.SchoolId == schoolId)
            .OrderBy(c => c.School.Name).ThenBy(c => c.SchoolId).ThenByDescending(c => c.Year).ThenBy(c => c.Procedure.Position)
            .Select(c => new
            {
                c.SchoolId,
                School = c.School.Name,
                Municipality = db.Municipalities.Where(m => m.Id == c.School.MunicipalityId).Select(m => m.Name).FirstOrDefault() ?? "",
                Code = c.School.Codes.Where(k => k.Kind == SchoolCodeKind.FisOko && k.ValidTo == null).Select(k => k.Value).FirstOrDefault(),
                Procedure = c.Procedure.Code,
                c.RegionId,
                c.ProcedureId,
                c.Year,
                c.Lowered,
                c.Confirmed,
                c.Raised,
                File = db.Files.Where(f => f.Id == c.FileId).Select(f => f.Name).FirstOrDefault() ?? "файл другого муниципалитета",
                c.FileId,
                c.Sheet,
                c.Row,
            })
            .ToListAsync(cancellationToken);
        var regions = new Dictionary<(int Region, int Procedure, int Year), decimal>();
        foreach (var region in rows.Select(r => r.RegionId).Distinct())
        {
            foreach (var sum in await db.Database.SqlQuery<RegionSum>(
                $"""select procedure_id as "ProcedureId", year as "Year", participants as "Participants", lowered as "Lowered" from region_mark_comparisons({region})""").ToListAsync(cancellationToken))
            {
                regions[(region, sum.ProcedureId, sum.Year)] = 100m * sum.Lowered / sum.Participants;
            }
        }

        var open = await links.OpenAsync([.. rows.Select(r => r.FileId).Distinct()], cancellationToken);
        return rows.ConvertAll(r => new JournalMarksLine(
            r.SchoolId, r.School, r.Municipality, r.Code, r.Procedure, r.Year, new JournalComparison(r.Lowered, r.Confirmed, r.Raised),
            regions.TryGetValue((r.RegionId, r.ProcedureId, r.Year), out var share) ? share : null,
            new ResultSource(r.File, r.Sheet, r.Row), open.Contains(r.FileId) ? SourceLinks.Address(r.FileId) : null));
    }

    /// <summary>The workbook: first the columns of the template, so that it is read back, then the shares.</summary>
    public static byte[] Workbook(IReadOnlyList<JournalMarksLine> lines)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Сравнение отметок с отметками по журналу")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Сравнение отметок")
            {
                ColumnWidths = [8, 16, 12, 12, 40, 26, 12, 12, 13, 12, 14, 14, 14, 18, 50],
                FrozenRows = 1,
                FirstRepeatedRow = 1,
                FilterRow = 1,
            });
            sheet.WriteRow(
            [
                .. ResultTemplate.ComparisonColumns.Select(c => Cell.Header(c.Heading)),
                .. new[] { "Доля понизивших, %", "Доля подтвердивших, %", "Доля повысивших, %", "Доля понизивших по региону, %", "Источник" }.Select(Cell.Header),
            ]);
            foreach (var line in lines)
            {
                var marks = line.Comparison;
                sheet.WriteRow(
                    Cell.Number(line.Year, CellStyle.Normal), Cell.Text(line.Procedure), Cell.Text(line.Code is null ? null : "ФИС ОКО"), Cell.Text(line.Code), Cell.Text(line.School), Cell.Text(line.Municipality),
                    Cell.Integer(marks.Participants), Cell.Integer(marks.Lowered), Cell.Integer(marks.Confirmed), Cell.Integer(marks.Raised),
                    Cell.Percent(marks.LoweredPercent), Cell.Percent(marks.ConfirmedPercent), Cell.Percent(marks.RaisedPercent), Cell.Percent(line.RegionLoweredPercent), Cell.Text(line.Source.ToString()));
            }
        }

        return output.ToArray();
    }

    private sealed record RegionSum(int ProcedureId, int Year, long Participants, long Lowered);
}
