using Quartz;

namespace EffectiveSchool.Web.Jobs;

/// <summary>The outcome of a job in Russian, with its colour.</summary>
public static class JobText
{
    public static string Name(JobRunResult? result) => result switch
    {
        null => "ещё не запускалось",
        JobRunResult.Succeeded => "выполнено",
        JobRunResult.Skipped => "делать было нечего",
        JobRunResult.Cancelled => "прервано",
        _ => "сбой",
    };

    public static string Pill(JobRunResult? result) => result switch
    {
        JobRunResult.Succeeded => "pill-done",
        JobRunResult.Failed => "pill-low",
        JobRunResult.Cancelled => "pill-near",
        _ => "",
    };
}
