using System.Text;

namespace EffectiveSchool.Testing;

/// <summary>Participants of the programmes, works with reports and evidence, submitted reports.</summary>
public sealed partial record TestRecords
{
    private static async Task AddWorksAsync(PortalDb db, Programme[] programmes, List<School> schools)
    {
        foreach (var programme in programmes.Where(p => p.SchoolId is null))
        {
            db.ProgrammeSchools.AddRange(schools.Where(s => s.RegionId == programme.RegionId && (programme.MunicipalityId is null || s.MunicipalityId == programme.MunicipalityId))
                .Select(s => new ProgrammeSchool { ProgrammeId = programme.Id, SchoolId = s.Id, Year = Year, RegionId = s.RegionId, Kind = ParticipantKind.Region }));
        }

        await db.SaveChangesAsync();
        var fanOut = new WorkFanOut(db, TimeProvider.System);
        foreach (var programme in programmes)
        {
            await fanOut.RenewAsync(programme.Id, CancellationToken.None);
            var (schedule, refusal) = ReportSchedule.Create(
                new ReportScheduleWords("Отчёт", ReportKind.Final, ReportSender.Owner, "ежегодно декабрь", 0, ReportCover.SinceNewYear, null, null, programme.From),
                programme.Id, programme.RegionId, programme.Period);
            Agree(refusal);
            db.ReportSchedules.Add(schedule!);
            var report = new SubmittedReport
            {
                RegionId = programme.RegionId,
                ProgrammeId = programme.Id,
                MunicipalityId = programme.SchoolId is null ? programme.MunicipalityId : null,
                SchoolId = programme.SchoolId,
                Content = new ExecutionReport(programme.Name, "Опытная область", programme.From, programme.To, programme.To, []),
                Author = "тест",
                SubmittedAt = DateTimeOffset.UnixEpoch,
            };
            if (report.Send().Acceptance is not null)
            {
                Agree(report.Accept(new WorkActor(new Author(Guid.Empty, "тест"), DutyLevel.Region), DateTimeOffset.UnixEpoch));
            }

            db.SubmittedReports.Add(report);
        }

        // A note that its author has removed: its file is kept for the region's staff alone.
        var store = new FileStore(db, new FileContents(db), TimeProvider.System);
        foreach (var work in await db.Works.ToListAsync())
        {
            var by = new WorkActor(new Author(Guid.Empty, "тест"), work.Owner);
            Agree(work.Report(new WorkReport(WorkOutcome.Done, "Проведено", null, null), null, by, DateTimeOffset.UnixEpoch));
            Agree(work.Attach(
                new WorkEvidence { Kind = EvidenceKind.Order, Number = "1", Link = "https://school.test/order", Author = "тест", At = DateTimeOffset.UnixEpoch }, by, DateTimeOffset.UnixEpoch));
            if (work.SchoolId is { } school)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes($"Черновик {work.Id}"));
                var file = await store.AddAsync(FileOwner.School(work.RegionId, school), "черновик.txt", DocumentKind.Text, content, by.Author, CancellationToken.None);
                Agree(work.Attach(
                    new WorkEvidence { Kind = EvidenceKind.Note, Number = "", FileId = file.Id, Author = "тест", At = DateTimeOffset.UnixEpoch }, by, DateTimeOffset.UnixEpoch));
                await db.SaveChangesAsync();
                Agree(work.Detach(work.Evidence.Single(e => e.FileId == file.Id).Id, "Не тот файл", by, DateTimeOffset.UnixEpoch));
            }

            Agree(work.Submit(by, DateTimeOffset.UnixEpoch));
        }

        await db.SaveChangesAsync();
        await AddResponsiblesAsync(db);
    }

    /// <summary>An organisation of each region, which answers for every activity.</summary>
    private static async Task AddResponsiblesAsync(PortalDb db)
    {
        foreach (var region in await db.Regions.ToListAsync())
        {
            var organisation = new ResponsibleOrganisation { RegionId = region.Id };
            Agree(organisation.Rename("Институт развития образования"));
            db.Organisations.Add(organisation);
            await db.SaveChangesAsync();
            var activities = await db.Activities.Where(a => db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.RegionId == region.Id)).Select(a => a.Id).ToListAsync();
            db.Responsibles.AddRange(activities.Select(a => ActivityResponsible.Organisation(a, organisation)));
        }

        await db.SaveChangesAsync();
    }
}
