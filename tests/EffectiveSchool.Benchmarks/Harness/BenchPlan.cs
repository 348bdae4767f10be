using System.Globalization;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>A programme whose plan every participating school carries out: one occurrence an activity.</summary>
internal sealed record BenchPlan(int Programme, int Roadmap, int Works)
{
    public static async Task<BenchPlan> AddAsync(PortalServer server, int schools, int activities)
    {
        await using var scope = server.As(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var programme = new Programme { RegionId = server.RegionId };
        var year = World.Year + 1;
        if (programme.Describe("Поддержка школ с низкими результатами", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new ProgrammePassport()) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        var roadmap = new Roadmap
        {
            ProgrammeId = programme.Id, RegionId = server.RegionId, Name = "Дорожная карта", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "bench", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        for (var i = 0; i < activities; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{(i / 10) + 1}.{(i % 10) + 1}");
            var words = new ActivityWords(number, $"Мероприятие {number}: анализ результатов и работа с педагогами в каждой ШНРО", "директора школ, муниципальные координаторы", "участие не менее 90 % педагогов");
            roadmap.Add([$"Раздел {(i / 10) + 1}"], null, words, TermReader.Read("Январь", programme.Period));
        }

        db.Roadmaps.Add(roadmap);
        var taking = await db.Schools.Where(s => s.RegionId == server.RegionId).OrderBy(s => s.Id).Take(schools).Select(s => s.Id).ToListAsync();
        db.ProgrammeSchools.AddRange(taking.Select(s => new ProgrammeSchool { ProgrammeId = programme.Id, SchoolId = s, Year = year, RegionId = server.RegionId, Kind = ParticipantKind.Region }));
        await db.SaveChangesAsync();
        var works = await new WorkFanOut(db, TimeProvider.System).RenewAsync(programme.Id, CancellationToken.None);
        await server.ExecuteAsync("analyze");
        return new BenchPlan(programme.Id, roadmap.Id, works);
    }
}
