using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Web.Pages.Results.Campaigns;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>What municipalities still send or confirm in every campaign that is open: one item for each municipality and deadline.</summary>
public sealed class CampaignDeadlines(CampaignQuery campaigns) : IDueSource
{
    private const int MostNamed = 3;

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        // Schools and curators send nothing here.
        if (reader.Level < DutyLevel.Municipality)
        {
            return [];
        }

        var what = reader is { Level: DutyLevel.Municipality, Decides: true } ? "Пришлите и подтвердите результаты" : "Не присланы или не подтверждены результаты";
        return
        [
            .. from view in await campaigns.OpenAsync(cancellationToken)
               let campaign = view.Campaign
               from municipality in view.Municipalities
               from owed in municipality.Cells.Where(c => c.IsOwed && c.Collected.Deadline <= until).GroupBy(c => c.Collected.Deadline)
               select new DueItem
               {
                   Key = $"campaign-{campaign.Id}-{municipality.Id}-{owed.Key:yyyyMMdd}",
                   Title = $"{what} {campaign.Year} года: {Named([.. owed.Select(c => c.Procedure)])}",
                   Place = municipality.Name,
                   Page = $"/results/campaigns/{campaign.Id}/municipalities/{municipality.Id}",
                   Owner = DutyLevel.Municipality,
                   Due = owed.Key,
                   ChangedAt = owed.Max(c => c.Confirmation?.WithdrawnAt ?? c.LastSent?.AppliedAt) ?? DateTimeOffset.UnixEpoch,
               },
        ];
    }

    private static string Named(IReadOnlyList<string> procedures) =>
        string.Join(", ", procedures.Take(MostNamed)) + (procedures.Count > MostNamed ? $" и ещё {RussianFigures.Count(procedures.Count - MostNamed)}" : "");
}
