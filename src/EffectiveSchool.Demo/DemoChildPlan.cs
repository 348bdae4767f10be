using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>What stands under the municipal programme of the demo, and what was amended in its roadmap.</summary>
internal sealed class DemoChildPlan(PortalDb db, TimeProvider clock)
{
    /// <summary>Activities that the school takes over.</summary>
    private const int Taken = 4;

    /// <summary>A programme of a school that takes activities over and waits to be agreed.</summary>
    /// <param name="above">The municipal programme, stored with its roadmap.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="school">Its name.</param>
    /// <param name="by">Its principal.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task AddAsync(Programme above, int schoolId, string school, WorkActor by, CancellationToken cancellationToken)
    {
        var child = new Programme { RegionId = above.RegionId, MunicipalityId = above.MunicipalityId, SchoolId = schoolId };
        DemoProgrammes.Demand(child.Describe($"{school}: программа повышения качества образования", above.From, above.To, new ProgrammePassport { Aim = "Выйти из перечня ШНОР." }));
        DemoProgrammes.Demand(child.PutUnder(above));
        db.Programmes.Add(child);
        await db.SaveChangesAsync(cancellationToken);
        var source = await SourceAsync(above.Id, cancellationToken);
        var roadmap = new Roadmap
        {
            ProgrammeId = child.Id, RegionId = child.RegionId, Name = $"Мероприятия программы «{above.Name}»", FileName = "", Sha256 = "",
            Origin = $"взято из программы «{above.Name}»", Author = by.Author.Name, CreatedAt = clock.GetUtcNow(),
        };
        foreach (var activity in source.Current.Take(Taken))
        {
            roadmap.Add(CarriedLine.Carry(PlanLine.Of(activity), above.Period, child.Period, years: 0), activity.Id);
        }

        db.Roadmaps.Add(roadmap);
        DemoProgrammes.Demand(child.Submit(roadmap.Activities.Count, by, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An amendment of the municipal roadmap: an activity more, by an order.</summary>
    public async Task AmendAsync(Programme programme, WorkActor by, DateOnly today, CancellationToken cancellationToken)
    {
        var roadmap = await SourceAsync(programme.Id, cancellationToken);
        var section = roadmap.Sections.OrderBy(s => s.Position).Last();
        var edit = new ActivityEdit(
            new ActivityWords("", "Консультация школ по итогам полугодия", "Муниципальная методическая служба", "Справка"),
            TermReader.Read($"До 25 декабря {today.Year} г.", programme.Period, section.Year), PerSchool: false);
        DemoProgrammes.Demand(roadmap.Insert(section.Path, section.Year, edit, new AmendmentGrounds("Решение рабочей группы", "48", today), by.Author, clock.GetUtcNow()));
        programme.Amend(roadmap.LastAmendment!.Number, roadmap.LastAmendment.Reason, by, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await new WorkFanOut(db, clock).RenewAsync(programme.Id, cancellationToken);
    }

    private Task<Roadmap> SourceAsync(int programmeId, CancellationToken cancellationToken) => db.Roadmaps
        .Include(r => r.Sections).Include(r => r.Amendments).Include(r => r.Activities).ThenInclude(a => a.Occurrences).SingleAsync(r => r.ProgrammeId == programmeId, cancellationToken);
}
