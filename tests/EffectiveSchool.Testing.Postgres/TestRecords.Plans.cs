namespace EffectiveSchool.Testing;

/// <content>What became of programmes and roadmaps: agreement, amendments, templates.</content>
public sealed partial record TestRecords
{
    private static readonly Author Planner = new(Guid.Empty, "тест");

    /// <summary>Every municipal programme stands under that of its region, and is agreed.</summary>
    private static void AgreeMunicipal(PortalDb db, Programme[] programmes)
    {
        var region = new WorkActor(Planner, DutyLevel.Region);
        foreach (var programme in programmes.Where(p => p is { MunicipalityId: not null, SchoolId: null }))
        {
            Agree(programme.PutUnder(programmes.First(p => p.RegionId == programme.RegionId && p.MunicipalityId is null)));
            Agree(programme.Submit(1, region, DateTimeOffset.UnixEpoch));
            Agree(programme.Agree(region, DateTimeOffset.UnixEpoch));
        }

        db.RoadmapTemplates.AddRange(programmes.Where(p => p.MunicipalityId is null).Select(p => new RoadmapTemplate
        {
            RegionId = p.RegionId, Name = "Шаблон", From = p.From, To = p.To,
            Lines = [new PlanLine([], null, new ActivityWords("1", "Совещание", "УО", ""), "Март", PerSchool: false)],
            AuthorId = Guid.Empty, Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        }));
    }

    /// <summary>Every roadmap has an amendment that leaves its dates and its works alone.</summary>
    private static async Task AmendAsync(PortalDb db, List<Roadmap> roadmaps, ProgrammePeriod period)
    {
        await db.SaveChangesAsync();
        foreach (var roadmap in roadmaps)
        {
            var first = roadmap.Activities[0];
            var edit = new ActivityEdit(new ActivityWords(first.Number, first.Title, "УО, ИРО", first.Expected), TermReader.Read(first.Term, period), first.PerSchool);
            Agree(roadmap.Change(first, edit, new HashSet<int>(), new AmendmentGrounds("Письмо ИРО"), Planner, DateTimeOffset.UnixEpoch));
        }
    }
}
