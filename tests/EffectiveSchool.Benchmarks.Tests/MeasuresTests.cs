using EffectiveSchool.Benchmarks.Files;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Benchmarks.Tests;

/// <summary>Benchmarks run by hand, so they would rot unseen: every measure runs here on a handful of schools. The figures mean nothing.</summary>
public sealed class MeasuresTests
{
    [Fact]
    public async Task Every_measure_runs_and_fills_its_lines_of_the_table()
    {
        using var turn = await BrowserLock.AcquireAsync();
        await using var world = new World(Sizes.Tiny);
        foreach (var (name, measure) in BenchmarkProgram.Measures)
        {
            var figures = await measure(world);
            Assert.True(figures.Count > 0, name);
            Assert.All(figures, f => Assert.DoesNotContain("", (string[])[f.What, f.Ours, f.LimitIs, f.Limit, f.Ratio]));
        }
    }

    [Fact]
    public void The_workbooks_of_an_invented_region_are_read_whole_and_their_totals_agree()
    {
        var folder = Directory.CreateTempSubdirectory("es-bench-test-");
        try
        {
            RegionFiles.WriteStatistics(folder.FullName, 30);
            var files = folder.GetFiles();
            Assert.Equal(8, files.Length);
            Assert.All(files, file =>
            {
                using var stream = file.OpenRead();
                var read = ResultFileReader.Read(stream, file.Name);
                Assert.Empty(read.Refusals);
                var section = Assert.Single(read.Sections);
                Assert.Equal(30, section.Rows.Count);
                Assert.All(section.ControlTotals.Where(t => t.IsComparable), t => Assert.True(t.Agrees, t.Message));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_template_of_so_many_rows_is_read_as_so_many_results()
    {
        using var workbook = new MemoryStream();
        var demo = RegionFiles.WriteTemplate(workbook, 50);
        var read = ResultFileReader.Read(new MemoryStream(workbook.ToArray()), "Результаты.xlsx");
        Assert.Empty(read.Refusals);
        Assert.Equal(50, read.Sections.Sum(s => s.Rows.Count));
        Assert.Equal(3, demo.Schools.Count);
    }
}
