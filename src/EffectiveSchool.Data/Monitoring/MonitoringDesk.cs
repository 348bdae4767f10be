using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Monitoring;

/// <summary>Opens monitoring to schools, moves what they hand in and closes rounds: each in one transaction with the journal.</summary>
public sealed class MonitoringDesk(PortalDb db, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, это изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    /// <summary>A monitoring of the scope with its items and rounds, or null.</summary>
    public Task<MonitoringCycle?> CycleAsync(int id, CancellationToken cancellationToken) =>
        db.MonitoringCycles.Include(c => c.Items.OrderBy(i => i.Position)).Include(c => c.Rounds.OrderBy(r => r.Position)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>What a school hands in, with answers and history, or null.</summary>
    public Task<MonitoringSubmission?> SubmissionAsync(int id, CancellationToken cancellationToken) =>
        db.MonitoringSubmissions.Include(s => s.Answers).Include(s => s.Events).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>Changes a monitoring. Returns a refusal, or null.</summary>
    public Task<string?> ChangeAsync(MonitoringCycle cycle, Func<MonitoringCycle, string?> step, CancellationToken cancellationToken) =>
        InOneAsync(() => Task.FromResult(step(cycle)), cancellationToken);

    /// <summary>Opens a draft to its schools: from now on every school stands in every round. Returns a refusal, or null.</summary>
    public Task<string?> OpenAsync(MonitoringCycle cycle, CancellationToken cancellationToken) => InOneAsync(
        async () =>
        {
            if (cycle.Open(clock.GetUtcNow()) is { } refusal)
            {
                return refusal;
            }

            return await AddMissingAsync(cycle, cancellationToken) > 0
                ? null
                : $"Открыть некому: {cycle.Schools.RussianName()} — таких школ сейчас нет. Проверьте перечень или участников программы.";
        },
        cancellationToken);

    /// <summary>Adds schools that have joined since, to rounds that are not closed. Returns how many were added, or a refusal.</summary>
    public async Task<(int Added, string? Refusal)> RenewAsync(MonitoringCycle cycle, CancellationToken cancellationToken)
    {
        var added = 0;
        var refusal = await InOneAsync(
            async () =>
            {
                if (cycle.OpenedAt is null)
                {
                    return "Мониторинг ещё не открыт школам.";
                }

                added = await AddMissingAsync(cycle, cancellationToken);
                return null;
            },
            cancellationToken);
        return (added, refusal);
    }

    /// <summary>Takes a step with what a school hands in, storing its files first. Returns a refusal, or null.</summary>
    /// <param name="submission">What the school hands in.</param>
    /// <param name="check">What refuses before any file is stored, or null.</param>
    /// <param name="store">Stores the files of the form for their owner; gives their keys by item.</param>
    /// <param name="step">The step, told the keys of the stored files.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public Task<string?> MoveAsync(
        MonitoringSubmission submission,
        string? check,
        Func<FileOwner, Task<IReadOnlyDictionary<int, int>>> store,
        Func<IReadOnlyDictionary<int, int>, DateTimeOffset, string?> step,
        CancellationToken cancellationToken) => InOneAsync(
            async () => check ?? step(await store(FileOwner.School(submission.RegionId, submission.SchoolId)), clock.GetUtcNow()),
            cancellationToken);

    /// <summary>
    /// Writes answers of many schools of a round down, all of them or none, and hands in those that lack nothing where that is asked.
    /// Returns how many were handed in, or a refusal.
    /// </summary>
    /// <param name="cycle">The monitoring with its items.</param>
    /// <param name="round">The round.</param>
    /// <param name="answers">By what each school hands in: when it was last seen to change, and what is written under which item.</param>
    /// <param name="handIn">Whether what lacks nothing obligatory is handed in at once.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="reason">For the journal: from which file.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<(int HandedIn, string? Refusal)> FillManyAsync(
        MonitoringCycle cycle,
        MonitoringRound round,
        IReadOnlyDictionary<int, (DateTimeOffset Seen, IReadOnlyList<(MonitoringItem Item, MonitoringValue? Value)> Values)> answers,
        bool handIn,
        WorkActor by,
        DateOnly today,
        string reason,
        CancellationToken cancellationToken)
    {
        var handedIn = 0;
        var refusal = await InOneAsync(
            async () =>
            {
                int[] ids = [.. answers.Keys];
                var submissions = await db.MonitoringSubmissions.Include(s => s.Answers).Where(s => s.RoundId == round.Id && ids.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancellationToken);
                if (submissions.Count != ids.Length || submissions.Exists(s => s.ChangedAt != answers[s.Id].Seen))
                {
                    return "После проверки файла сведения этих школ изменил кто-то другой, и ничего не записано. Загрузите файл заново.";
                }

                var now = clock.GetUtcNow();
                foreach (var submission in submissions)
                {
                    if (submission.Fill(answers[submission.Id].Values, round, by, today, now) is { } refused)
                    {
                        return refused;
                    }

                    handedIn += handIn && submission.Submit(cycle.Items, round, by, today, now) is null ? 1 : 0;
                }

                db.Reason = reason;
                return null;
            },
            cancellationToken);
        return (refusal is null ? handedIn : 0, refusal);
    }

    /// <summary>Closes a round for good. Returns a refusal, or null.</summary>
    public Task<string?> CloseAsync(MonitoringRound round, DateOnly today, Author by, CancellationToken cancellationToken) => InOneAsync(
        async () => round.Close(await db.MonitoringSubmissions.Where(s => s.RoundId == round.Id).Select(s => s.State).ToListAsync(cancellationToken), today, by, clock.GetUtcNow()),
        cancellationToken);

    private async Task<int> AddMissingAsync(MonitoringCycle cycle, CancellationToken cancellationToken)
    {
        var schools = await new ChosenSchools(cycle.Schools, cycle.RegionId, cycle.MunicipalityId, cycle.ProgrammeId, cycle.Year).IdsAsync(db, cancellationToken);
        int[] open = [.. cycle.Rounds.Where(r => r.ClosedAt is null).Select(r => r.Id)];
        var there = (await db.MonitoringSubmissions.Where(s => open.Contains(s.RoundId)).Select(s => new { s.RoundId, s.SchoolId }).ToListAsync(cancellationToken))
            .Select(s => (s.RoundId, s.SchoolId)).ToHashSet();
        var missing = open.SelectMany(round => schools.Select(school => (round, school))).Where(m => !there.Contains(m)).ToList();
        db.MonitoringSubmissions.AddRange(missing.Select(m => new MonitoringSubmission { RegionId = cycle.RegionId, RoundId = m.round, SchoolId = m.school }));
        return missing.Select(m => m.school).Distinct().Count();
    }

    private Task<string?> InOneAsync(Func<Task<string?>> work, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(db, work, ChangedByAnother, cancellationToken);
}
