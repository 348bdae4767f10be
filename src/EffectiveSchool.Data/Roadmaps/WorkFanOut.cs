using EffectiveSchool.Data.Audit;
using EffectiveSchool.Domain.Programmes;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Makes the works of a programme: one an occurrence, and one a participating school where the activity is per school.</summary>
public sealed class WorkFanOut(PortalDb db, TimeProvider clock)
{
    /// <summary>
    /// Renews the programmes that have an occurrence without any work: plans confirmed before the portal made works. Done at
    /// every start; where nothing is missing it is one question.
    /// </summary>
    /// <returns>How many works were added.</returns>
    public async Task<int> RenewMissingAsync(CancellationToken cancellationToken)
    {
        var missing = await (
            from roadmap in db.Roadmaps
            from activity in roadmap.Activities
            from occurrence in activity.Occurrences
            where activity.WithdrawnIn == null && occurrence.RetiredIn == null
                && db.Programmes.Any(p => p.Id == roadmap.ProgrammeId && (p.Review == null || p.Review == ReviewState.Agreed))
                && !db.Works.Any(w => w.OccurrenceId == occurrence.Id)
                && (!activity.PerSchool || db.ProgrammeSchools.Any(s => s.ProgrammeId == roadmap.ProgrammeId && s.Year >= occurrence.From.Year && s.Year <= occurrence.Due.Year))
            select roadmap.ProgrammeId).Distinct().ToListAsync(cancellationToken);
        var added = 0;
        foreach (var programme in missing)
        {
            added += await RenewAsync(programme, cancellationToken);
        }

        return added;
    }

    /// <summary>
    /// Brings the works up to the plan: after a plan was imported, agreed or amended, schools were chosen, or an activity became
    /// one for each school. What nobody has touched is taken away or dated anew; what is missing is added, once the programme is
    /// in force. May be run again.
    /// </summary>
    /// <returns>How many were added.</returns>
    public async Task<int> RenewAsync(int programmeId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            var removed = await db.Database.ExecuteSqlAsync(
                $"""
                delete from occurrence_works w using activity_occurrences o, activities a, programmes p
                where w.programme_id = {programmeId} and o.id = w.occurrence_id and a.id = o.activity_id and p.id = w.programme_id
                  and w.state = 'NotStarted' and not exists (select 1 from work_events e where e.work_id = w.id)
                  and (a.withdrawn_in is not null or o.retired_in is not null
                    or (p.school_id is null and a.per_school is distinct from (w.school_id is not null and exists (
                      select 1 from programme_schools s where s.programme_id = p.id and s.school_id = w.school_id
                        and s.year between extract(year from o."from") and extract(year from o.due)))))
                """,
                cancellationToken);
            var moved = await db.Database.ExecuteSqlAsync(
                $"""
                update occurrence_works w set "from" = o."from", due = o.due, changed_at = {now} from activity_occurrences o
                where w.programme_id = {programmeId} and o.id = w.occurrence_id and (w."from", w.due) is distinct from (o."from", o.due)
                  and w.state = 'NotStarted' and not exists (select 1 from work_events e where e.work_id = w.id)
                """,
                cancellationToken);
            var added = await db.Database.ExecuteSqlAsync(
                $"""
                insert into occurrence_works (region_id, programme_id, occurrence_id, municipality_id, school_id, "from", due, state, fact, reason, changed_at)
                select p.region_id, p.id, o.id, null::integer, s.school_id, o."from", o.due, 'NotStarted', '', '', {now}
                from programmes p
                join roadmaps r on r.programme_id = p.id join activities a on a.roadmap_id = r.id join activity_occurrences o on o.activity_id = a.id
                join programme_schools s on s.programme_id = p.id and s.year between extract(year from o."from") and extract(year from o.due)
                where p.id = {programmeId} and p.school_id is null and a.per_school
                  and (p.review is null or p.review = 'Agreed') and a.withdrawn_in is null and o.retired_in is null
                union
                select p.region_id, p.id, o.id, case when p.school_id is null then p.municipality_id end, p.school_id, o."from", o.due, 'NotStarted', '', '', {now}
                from programmes p
                join roadmaps r on r.programme_id = p.id join activities a on a.roadmap_id = r.id join activity_occurrences o on o.activity_id = a.id
                where p.id = {programmeId} and (p.school_id is not null or not a.per_school)
                  and (p.review is null or p.review = 'Agreed') and a.withdrawn_in is null and o.retired_in is null
                on conflict do nothing
                """,
                cancellationToken);
            if (added + removed + moved > 0)
            {
                db.Audit.Add(new AuditEntry
                {
                    RegionId = await db.Programmes.Where(p => p.Id == programmeId).Select(p => p.RegionId).SingleAsync(cancellationToken),
                    At = now,
                    UserId = db.CurrentUserId,
                    Action = $"развёрнуто мероприятий по исполнителям: {added}",
                    New = removed + moved > 0 ? Mapping.Json.Write(new Dictionary<string, int>(StringComparer.Ordinal) { ["WorksRemoved"] = removed, ["WorksRedated"] = moved }) : null,
                    Subject = nameof(Domain.Programmes.Programme),
                    SubjectId = programmeId.ToString(System.Globalization.CultureInfo.InvariantCulture),
                });
                await db.SaveChangesAsync(cancellationToken);
            }

            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return added;
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
    }
}
