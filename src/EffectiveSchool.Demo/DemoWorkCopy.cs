using EffectiveSchool.Data;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace EffectiveSchool.Demo;

/// <summary>
/// Stores many moved works with their history and evidence by COPY: saved one by one each row is asked for its scope, which
/// for two thousand rows is most of the first start.
/// </summary>
internal sealed class DemoWorkCopy(PortalDb db, TimeProvider clock)
{
    /// <summary>Stores them within the open transaction, with one line in the journal.</summary>
    public async Task StoreAsync(int regionId, IReadOnlyList<OccurrenceWork> works, CancellationToken cancellationToken)
    {
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_works",
            "id integer, due date, state text, outcome text, fact text, reached numeric, reason text, changed_at timestamptz",
            works,
            async (copy, work) =>
            {
                await copy.WriteAsync(work.Id, NpgsqlDbType.Integer);
                await copy.WriteAsync(work.Due, NpgsqlDbType.Date);
                await copy.WriteAsync(work.State.ToString(), NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(work.Outcome?.ToString());
                await copy.WriteAsync(work.Fact, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(work.Reached, NpgsqlDbType.Numeric);
                await copy.WriteAsync(work.Reason, NpgsqlDbType.Text);
                await copy.WriteAsync(work.ChangedAt, NpgsqlDbType.TimestampTz);
            },
            cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_events",
            "work_id integer, step text, text text, author_id uuid, author text, at timestamptz",
            works.SelectMany(w => w.Events, (w, e) => (w.Id, Event: e)),
            async (copy, row) =>
            {
                await copy.WriteAsync(row.Id, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Event.Step.ToString(), NpgsqlDbType.Text);
                await copy.WriteAsync(row.Event.Text, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Event.AuthorId, NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.Event.Author, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Event.At, NpgsqlDbType.TimestampTz);
            },
            cancellationToken);
        await BulkCopy.ToTempTableAsync(
            db,
            "demo_evidence",
            "work_id integer, kind text, number text, date date, file_id integer, link text, author_id uuid, author text, at timestamptz",
            works.SelectMany(w => w.Evidence, (w, e) => (w.Id, Evidence: e)),
            async (copy, row) =>
            {
                await copy.WriteAsync(row.Id, NpgsqlDbType.Integer);
                await copy.WriteAsync(row.Evidence.Kind.ToString(), NpgsqlDbType.Text);
                await copy.WriteAsync(row.Evidence.Number, NpgsqlDbType.Text);
                await copy.WriteOrNullAsync(row.Evidence.Date, NpgsqlDbType.Date);
                await copy.WriteOrNullAsync(row.Evidence.FileId, NpgsqlDbType.Integer);
                await copy.WriteOrNullAsync(row.Evidence.Link);
                await copy.WriteAsync(row.Evidence.AuthorId, NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.Evidence.Author, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Evidence.At, NpgsqlDbType.TimestampTz);
            },
            cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            """
            update occurrence_works w set due = d.due, state = d.state, outcome = d.outcome, fact = d.fact, reached = d.reached, reason = d.reason, changed_at = d.changed_at
            from demo_works d where d.id = w.id;
            insert into work_events (work_id, step, text, author_id, author, at) select work_id, step, text, author_id, author, at from demo_events order by place;
            insert into work_evidence (work_id, kind, number, date, file_id, link, author_id, author, at)
            select work_id, kind, number, date, file_id, link, author_id, author, at from demo_evidence order by place;
            """,
            cancellationToken);
        db.Audit.Add(new AuditEntry
        {
            RegionId = regionId, At = clock.GetUtcNow(), UserId = db.CurrentUserId, Action = $"внесён ход работ: {works.Count}", Subject = nameof(OccurrenceWork), SubjectId = "",
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
