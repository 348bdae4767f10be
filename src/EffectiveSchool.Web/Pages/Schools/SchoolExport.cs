using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>A school as the registry file writes it.</summary>
public sealed record ExportedSchool(SchoolLine Line, School School, string Municipality, string? MunicipalityCode, string? HeadCode);

/// <summary>What is exported, with the heading of the verdict column.</summary>
public sealed record ExportedSchools(IReadOnlyList<ExportedSchool> Schools, string VerdictHeading, bool WithContacts);

/// <summary>
/// The registry as workbook and csv: exactly what the table shows, all pages of it, under the headings that the import
/// reads back. The verdict columns stand after them; the import passes them by.
/// </summary>
public sealed class SchoolExport(PortalDb db, SchoolRights rights)
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    public async Task<ExportedSchools> ReadAsync(IQueryable<School> schools, IQueryable<SchoolLine> lines, string verdictHeading, CancellationToken cancellationToken)
    {
        var ordered = await lines.ToListAsync(cancellationToken);
        var whole = await schools.Include(s => s.Codes).AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var municipalities = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Id, cancellationToken);
        int[] headIds = [.. whole.Values.Select(s => s.HeadSchoolId).OfType<int>().Distinct()];
        var heads = await db.Schools.Where(s => headIds.Contains(s.Id)).Include(s => s.Codes).AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        return new ExportedSchools(
            [.. ordered.Select(line =>
            {
                var school = whole[line.Id];
                var municipality = municipalities[school.MunicipalityId];
                return new ExportedSchool(line, school, municipality.Name, municipality.FisOkoCode, HeadCode(school, heads));
            })],
            verdictHeading,
            rights.SeesContacts);
    }

    public static byte[] Workbook(ExportedSchools export)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Реестр школ")))
        {
            var columns = Columns(export);
            var sheet = workbook.AddSheet(new SheetLayout("Реестр")
            {
                ColumnWidths = [.. columns.Select(c => RegistryTemplate.Width(c.Column)), 18, 12],
                FrozenRows = 1,
                FirstRepeatedRow = 1,
                FilterRow = 1,
            });
            foreach (var row in Rows(export, columns))
            {
                sheet.WriteRow(row);
            }
        }

        return output.ToArray();
    }

    public static byte[] Csv(ExportedSchools export)
    {
        using var output = new MemoryStream();
        using (var csv = new CsvWriter(output))
        {
            foreach (var row in Rows(export, Columns(export)))
            {
                csv.WriteRow(row);
            }
        }

        return output.ToArray();
    }

    private static (RegistryColumn Column, string Heading)[] Columns(ExportedSchools export) =>
        [.. RegistryColumns.All.Where(c => c.Column != RegistryColumn.Contacts || export.WithContacts)];

    private static IEnumerable<Cell[]> Rows(ExportedSchools export, (RegistryColumn Column, string Heading)[] columns)
    {
        yield return [.. columns.Select(c => Cell.Header(c.Heading)), Cell.Header(export.VerdictHeading), Cell.Header("Критерии")];
        foreach (var school in export.Schools)
        {
            yield return [.. columns.Select(c => Value(school, c.Column)), Cell.Text(school.Line.Verdict), Cell.Text(school.Line.Criteria)];
        }
    }

    private static Cell Value(ExportedSchool exported, RegistryColumn column)
    {
        var school = exported.School;
        return column switch
        {
            RegistryColumn.Name => Cell.Text(school.Name),
            RegistryColumn.FullName => Cell.Text(school.FullName),
            RegistryColumn.Type => Cell.Text(school.Type.RussianName()),
            RegistryColumn.LegalForm => Cell.Text(school.LegalForm),
            RegistryColumn.Status => Cell.Text(school.Status.RussianName()),
            RegistryColumn.HeadCode => Cell.Text(exported.HeadCode),
            RegistryColumn.Municipality => Cell.Text(exported.Municipality),
            RegistryColumn.MunicipalityCode => Cell.Text(exported.MunicipalityCode),
            RegistryColumn.Settlement => Cell.Text(school.Settlement.RussianName()),
            RegistryColumn.Pupils => Cell.Integer(school.Pupils),
            RegistryColumn.Teachers => Cell.Integer(school.Teachers),
            RegistryColumn.Site => Cell.Text(school.Site),
            RegistryColumn.Contacts => Cell.Text(school.Contacts),
            _ => Cell.Text(school.CurrentCode(RegistryColumns.Codes[column])?.Value),
        };
    }

    private static string? HeadCode(School school, Dictionary<int, School> heads) =>
        school.HeadSchoolId is { } id && heads.TryGetValue(id, out var head)
            ? head.Codes.Where(c => c.ValidTo is null && c.Kind != SchoolCodeKind.Oktmo).OrderBy(c => c.Kind).Select(c => c.Value).FirstOrDefault()
            : null;
}
