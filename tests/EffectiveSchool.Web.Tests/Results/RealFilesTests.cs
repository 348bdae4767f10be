using System.Text;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Web.Tests.Results;

public sealed class RealFilesTests(Portal portal) : IClassFixture<Portal>
{
    [SamplesFact]
    public async Task The_eight_workbooks_are_read_stored_found_the_same_and_taken_back()
    {
        await FillRegistryAsync();
        (string Name, byte[] Bytes)[] files = [.. Directory.GetFiles(SharedSamples.Vpr, "*.xlsx").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];
        Assert.Equal(8, files.Length);
        var expected = Expected(files);

        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await visitor.UploadAsync(files);
        Assert.Equal([expected.Count, 0, 0, 0], page.Tallies());
        Assert.Equal(8, page.QuerySelectorAll(".totals").Length);

        var stored = await visitor.StoreAsync(page, skip: true);
        Assert.Equal("Загрузка записана", stored.Heading());
        Assert.Equal(expected, await FiguresAsync());

        var again = await visitor.UploadAsync(files);
        Assert.Equal([0, 0, expected.Count, 0], again.Tallies());
        Assert.Empty(again.QuerySelectorAll("input[name=skip]"));

        var overview = await visitor.OpenAsync("/results?year=2021");
        Assert.Contains("участников", overview.QuerySelector(".coverage")!.TextContent, StringComparison.Ordinal);

        var undone = await visitor.SubmitAsync(await visitor.OpenAsync($"/results/uploads/{stored.Id()}/undo"), "main form[method=post]");
        Assert.Equal("Загрузка отменена", undone.Heading());
        Assert.Empty(await portal.StoredAsync());
    }

    private static List<string> Expected((string Name, byte[] Bytes)[] files) =>
    [
        .. files.SelectMany(f => ResultFileReader.Read(new MemoryStream(f.Bytes), f.Name).Sections.SelectMany(s => s.Rows))
            .Select(r => $"{r.School.Code} {r.Procedure} {r.Year}: {r.Failed} из {r.Participants}, {r.Marks?.Threes}/{r.Marks?.Fours}/{r.Marks?.Fives}")
            .Order(StringComparer.Ordinal),
    ];

    private async Task<List<string>> FiguresAsync()
    {
        await using var db = portal.Open();
        var rows = await db.Results
            .Select(r => new { Code = r.School.Codes.Single().Value, Procedure = r.Procedure.Code, r.Year, r.Failed, r.Participants, r.Threes, r.Fours, r.Fives })
            .ToListAsync();
        return [.. rows.Select(r => $"{r.Code} {r.Procedure} {r.Year}: {r.Failed} из {r.Participants}, {r.Threes}/{r.Fours}/{r.Fives}").Order(StringComparer.Ordinal)];
    }

    private async Task FillRegistryAsync()
    {
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var lines = (await File.ReadAllLinesAsync(SharedSamples.Registry, Encoding.UTF8)).Skip(1).Select(l => l.Split(';')).ToList();
        var municipalities = lines.DistinctBy(l => l[3]).ToDictionary(l => l[3], l => new Municipality { RegionId = region.Id, Name = l[2], FisOkoCode = l[3] });
        db.Municipalities.AddRange(municipalities.Values);
        await db.SaveChangesAsync();
        foreach (var line in lines)
        {
            var school = new School { RegionId = region.Id, MunicipalityId = municipalities[line[3]].Id, Name = line[1], Type = SchoolTypes.FromName(line[1]) };
            school.SetCode(SchoolCodeKind.FisOko, SchoolCodes.FisOkoDigits(line[0])!, new DateOnly(2020, 1, 1));
            db.Schools.Add(school);
        }

        await db.SaveChangesAsync();
    }
}
