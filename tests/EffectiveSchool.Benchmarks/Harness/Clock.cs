using System.Diagnostics;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>
/// Warm-up, then repetitions of both in alternating order; the medians count. On a machine that others load too, both
/// meet the same load.
/// </summary>
internal static class Clock
{
    /// <summary>Medians of the portal and of its limit. Each action measures itself, so that what it prepares is not counted.</summary>
    public static async Task<(TimeSpan Ours, TimeSpan Limit)> AlternateAsync(int repetitions, Func<Task<TimeSpan>> ours, Func<Task<TimeSpan>> limit)
    {
        await ours();
        await limit();
        var (oursTimes, limitTimes) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < repetitions; i++)
        {
            // Whoever goes second finds caches as the first has left them: they take turns.
            if (i % 2 == 0)
            {
                oursTimes.Add(await CleanAsync(ours));
                limitTimes.Add(await CleanAsync(limit));
            }
            else
            {
                limitTimes.Add(await CleanAsync(limit));
                oursTimes.Add(await CleanAsync(ours));
            }
        }

        return (Median(oursTimes), Median(limitTimes));
    }

    /// <summary>Medians of two pieces of work that need no preparation.</summary>
    public static Task<(TimeSpan Ours, TimeSpan Limit)> AlternateAsync(int repetitions, Action ours, Action limit) =>
        AlternateAsync(repetitions, () => Task.FromResult(Time(ours)), () => Task.FromResult(Time(limit)));

    public static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>What the other has left behind is not collected at the cost of this one.</summary>
    private static Task<TimeSpan> CleanAsync(Func<Task<TimeSpan>> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return work();
    }
}
