using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Demo;

/// <summary>
/// What the methodologies by indicators need beside the results of the federal rule: means of ВПР 4 and figures of schools. A few
/// schools have told nothing. Added after the lists by markers, which it does not touch.
/// </summary>
internal sealed class DemoFigures(PortalDb db, TimeProvider clock)
{
    private const int Stream = 41;
    private const int MostSchools = 2_000;

    private static readonly (string Procedure, double Mean, double Step)[] Primary = [("ВПР 4 РУ", 26, 3.2), ("ВПР 4 МА", 12.5, 1.8), ("ВПР 4 ОМ", 21.5, 2.4)];

    private sealed record Figure(int School, int Year, SchoolFigureKind Kind, int Value);

    private sealed record Mean(int School, string Procedure, int Participants, int Failed, decimal Score);

    public async Task LoadAsync(DemoRegion demo, Region region, CancellationToken cancellationToken)
    {
        if (demo.Schools.Count > MostSchools)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = await db.SchoolCodes.Where(c => c.RegionId == region.Id && c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).ToDictionaryAsync(c => c.Value, c => c.SchoolId, cancellationToken);
        DemoSchool[] told = [.. demo.Schools.Where(s => s.Status == SchoolStatus.Active && !Dice.Of(demo.Seed, Stream, s.Index).Chance(0.04))];
        await LoadFiguresAsync([.. told.SelectMany(s => FiguresOf(s, ids[s.FisOkoDigits], demo))], demo, region, cancellationToken);
        await LoadMeansAsync([.. told.SelectMany(s => MeansOf(s, ids[s.FisOkoDigits], demo))], demo, region, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<Figure> FiguresOf(DemoSchool school, int id, DemoRegion demo)
    {
        var dice = Dice.Of(demo.Seed, Stream + 1, school.Index);
        var rural = school.Settlement == SettlementKind.Rural;
        for (var year = demo.LastYear - 2; year <= demo.LastYear; year++)
        {
            var pupils = Math.Max(4, (int)Math.Round(school.Pupils * (0.95 + (0.1 * dice.Share()))));
            yield return new Figure(id, year, SchoolFigureKind.Pupils, pupils);
            yield return new Figure(id, year, SchoolFigureKind.OlympiadPupils, dice.HowMany(pupils, rural ? 0.008 : 0.016));
            if (school.Type.LastGrade() >= 9)
            {
                var leavers = Math.Max(1, pupils / school.Type.LastGrade());
                yield return new Figure(id, year, SchoolFigureKind.GradeNineLeavers, leavers);
                yield return new Figure(id, year, SchoolFigureKind.WentToGradeTen, dice.HowMany(leavers, rural ? 0.64 : 0.72));
            }

            yield return new Figure(id, year, SchoolFigureKind.StableInternet, dice.Chance(rural ? 0.7 : 0.96) ? 1 : 0);
            if (!dice.Chance(0.05))
            {
                yield return new Figure(id, year, SchoolFigureKind.EnoughComputers, dice.Chance(rural ? 0.6 : 0.8) ? 1 : 0);
            }

            yield return new Figure(id, year, SchoolFigureKind.TeacherVacancies, dice.Chance(0.45) ? dice.Between(1, 4) : 0);
        }
    }

    private static IEnumerable<Mean> MeansOf(DemoSchool school, int id, DemoRegion demo)
    {
        var dice = Dice.Of(demo.Seed, Stream + 2, school.Index);
        var weakness = dice.Deviation() + (school.Settlement == SettlementKind.Rural ? 0.4 : -0.2);
        foreach (var (procedure, mean, step) in Primary)
        {
            var participants = Math.Max(2, school.Pupils / school.Type.LastGrade());
            var score = Math.Clamp(mean - (step * (weakness + (0.4 * dice.Deviation()))), 2, mean * 1.45);
            yield return new Mean(id, procedure, participants, dice.HowMany(participants, Math.Clamp(0.04 + (0.03 * weakness), 0, 0.5)), Math.Round((decimal)score, 2));
        }
    }

    private async Task LoadFiguresAsync(List<Figure> figures, DemoRegion demo, Region region, CancellationToken cancellationToken)
    {
        var file = await AddFileAsync(region, $"Показатели школ {demo.LastYear - 2}–{demo.LastYear} ({DemoRegion.SourceName})", figures, cancellationToken);
        var upload = new FigureUpload { RegionId = region.Id, BatchId = file.BatchId, FileId = file.Id };
        _ = upload.Apply(clock.GetUtcNow());
        db.FigureUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db, "demo_figures", "school_id integer, year integer, kind text, value integer", figures,
            async (copy, figure) =>
            {
                await copy.WriteAsync(figure.School, NpgsqlDbType.Integer);
                await copy.WriteAsync(figure.Year, NpgsqlDbType.Integer);
                await copy.WriteAsync(figure.Kind.ToString(), NpgsqlDbType.Text);
                await copy.WriteAsync(figure.Value, NpgsqlDbType.Integer);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into school_figures (region_id, school_id, upload_id, file_id, year, kind, value, sheet, row)
            select {region.Id}, school_id, {upload.Id}, {file.Id}, year, kind, value, 'Показатели школы', 1 + dense_rank() over (order by school_id, year)
            from demo_figures order by place;
            """,
            cancellationToken);
    }

    private async Task LoadMeansAsync(List<Mean> means, DemoRegion demo, Region region, CancellationToken cancellationToken)
    {
        var file = await AddFileAsync(region, $"ВПР 4 {demo.LastYear} ({DemoRegion.SourceName})", means, cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db, "demo_means", "school_id integer, procedure text, participants integer, failed integer, score numeric", means,
            async (copy, mean) =>
            {
                await copy.WriteAsync(mean.School, NpgsqlDbType.Integer);
                await copy.WriteAsync(mean.Procedure, NpgsqlDbType.Text);
                await copy.WriteAsync(mean.Participants, NpgsqlDbType.Integer);
                await copy.WriteAsync(mean.Failed, NpgsqlDbType.Integer);
                await copy.WriteAsync(mean.Score, NpgsqlDbType.Numeric);
            },
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into results (region_id, school_id, procedure_id, year, participants, failed, mean_score, file_id, sheet, row)
            select {region.Id}, m.school_id, p.id, {demo.LastYear}, m.participants, m.failed, m.score, {file.Id}, m.procedure, 8 + row_number() over (partition by m.procedure order by m.place)
            from demo_means m join procedures p on p.code = m.procedure;
            """,
            cancellationToken);
    }

    /// <summary>There is no file, so the hash is of what it would have said.</summary>
    private async Task<ImportFile> AddFileAsync<T>(Region region, string name, List<T> rows, CancellationToken cancellationToken)
    {
        var sender = await db.Batches.Where(b => b.RegionId == region.Id).OrderBy(b => b.Id).Select(b => new { b.AuthorId, b.Author }).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var batch = new ImportBatch { RegionId = region.Id, AuthorId = sender.AuthorId, Author = sender.Author, CreatedAt = now, AppliedAt = now, State = BatchState.Applied };
        batch.Files.Add(new ImportFile
        {
            RegionId = region.Id,
            Name = name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows)))),
            Size = 0,
        });
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return batch.Files[0];
    }
}
