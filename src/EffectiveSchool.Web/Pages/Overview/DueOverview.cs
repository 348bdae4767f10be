using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Pages.Overview;

/// <summary>What is due, late and waiting, on the first screen.</summary>
public sealed record DueOverview(DueSummary Summary, DateOnly Today)
{
    public const int MostOfGroup = 40;
}
