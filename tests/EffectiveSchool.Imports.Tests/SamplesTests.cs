using System.Text;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Testing;
using ExcelDataReader;

namespace EffectiveSchool.Imports.Tests;

public sealed class SamplesTests
{
    [SamplesFact]
    public void Every_real_file_is_read_whole_with_its_totals()
    {
        var files = Directory.GetFiles(SharedSamples.Vpr);
        Assert.Equal(8, files.Length);
        foreach (var path in files)
        {
            using var stream = File.OpenRead(path);
            var file = ResultFileReader.Read(stream, Path.GetFileName(path));

            Assert.Empty(file.Refusals);
            Assert.Empty(file.Notes);
            Assert.Equal(ResultFileFormat.MarkStatistics, file.Format);
            var section = Assert.Single(file.Sections);
            Assert.Contains($"{section.Year}", file.FileName, StringComparison.Ordinal);
            Assert.Equal(section.Procedure, $"ВПР {file.FileName[12]} {file.FileName[9..11]}");
            Assert.Equal(RowsWithLogin(path), section.Rows.Count);
            Assert.InRange(section.Rows.Count, 382, 387);
            Assert.Equal(section.Rows.Count, section.Schools.Count);
            Assert.Equal(35, section.ControlTotals.Count(t => t.Kind == ControlTotalKind.Municipality));
            Assert.All(section.ControlTotals.Where(t => t.Kind != ControlTotalKind.Sample), t => Assert.True(t.IsComparable && t.Agrees, t.Message));
            Assert.Equal("сходится со строками муниципалитетов", section.TotalsSummary);
            Assert.NotNull(section.Date);
            Assert.NotNull(section.MaxScore);
            Assert.Equal(7, section.Columns.Count);
        }
    }

    [SamplesFact]
    public void Our_xlsx_reader_sees_what_a_general_one_sees()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(SharedSamples.Vpr)!, "*.xlsx", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(path);
            using var table = TableFile.Open(stream);
            var ours = table.Sheets().SelectMany(s => s.Rows.SelectMany(r => r.Cells.Select((c, i) => (s.Name, Address: r.Address(i), c.Text)))).Where(c => c.Text.Length > 0).ToList();
            using var other = File.OpenRead(path);
            Assert.Equal(General(other), ours);
        }
    }

    [SamplesFact]
    public void The_registry_of_the_samples_brings_390_schools()
    {
        using var stream = File.OpenRead(SharedSamples.Registry);
        var file = SchoolFileReader.Read(stream, "registry-dev.csv");

        Assert.Empty(file.Refusals);
        Assert.Equal(390, file.Rows.Count);
        var first = file.Rows[0];
        Assert.Equal(("220028", "МБОУ Алтайская СОШ №5", "Алтайский район", "reg22_m003"), (first.Code(SchoolCodeKind.FisOko), first.Name, first.Municipality, first.MunicipalityCode));
        Assert.Equal(SchoolType.Secondary, first.Type);
        Assert.Equal(2, first.Row);
    }

    private static int RowsWithLogin(string path)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(path);
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Count(sheet.ReadToEnd(), @"\((?:edu|sch|ksh)\d{6}\)<");
    }

    private static List<(string? Name, string Address, string Text)> General(Stream stream)
    {
        var cells = new List<(string?, string, string)>();
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var text = reader.GetValue(i) switch
                    {
                        double number => new TableCell(null, (decimal)number).Text,
                        DateTime date => new TableCell(null, null, DateOnly.FromDateTime(date)).Text,
                        var value => value?.ToString() ?? "",
                    };
                    if (!string.IsNullOrWhiteSpace(text))
                    {
                        cells.Add((reader.Name, CellAddress.Letters(i) + (reader.Depth + 1), text));
                    }
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }
}
