using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>Words of the pages of campaigns.</summary>
public static class CampaignText
{
    public static string Pill(CampaignCell cell) => !cell.Held ? "" : cell.State switch
    {
        CollectionState.Confirmed => "pill-done",
        CollectionState.Sent => "pill-accent",
        CollectionState.Partial => "pill-near",
        CollectionState.Overdue => "pill-low",
        _ => "",
    };

    /// <summary>A sign beside the word: colour alone says nothing.</summary>
    public static string Mark(CampaignCell cell) => !cell.Held ? "" : cell.State switch
    {
        CollectionState.Confirmed => "✓ ",
        CollectionState.Overdue => "! ",
        CollectionState.Partial => "◆ ",
        _ => "",
    };

    /// <summary>«до 05.04.2024», «с 01.04.2024 по 05.06.2024».</summary>
    public static string Deadlines(CollectionCampaign campaign)
    {
        var (first, last) = (campaign.Deadlines.Min(d => d.Deadline), campaign.Deadlines.Max(d => d.Deadline));
        return first == last ? $"до {RussianFigures.Date(first)}" : $"с {RussianFigures.Date(first)} по {RussianFigures.Date(last)}";
    }
}
