using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>What a published annex says of a school.</summary>
/// <param name="Named">Whether it names the school; null where an unmatched row may be it.</param>
/// <param name="Words">The same in words, with the place in the file.</param>
public sealed record OrderMention(int ListId, int Year, string Requisites, bool? Named, string Words);

/// <summary>In which published annexes a school is named, newest first.</summary>
public sealed class PublishedNaming(PortalDb db)
{
    public async Task<IReadOnlyList<OrderMention>> OfAsync(int schoolId, CancellationToken cancellationToken)
    {
        var annexes = await db.ImportedLists.AsNoTracking()
            .Where(l => l.Kind == ImportedListKind.Published && l.AppliedAt != null && db.Schools.Any(s => s.Id == schoolId && s.RegionId == l.RegionId))
            .OrderByDescending(l => l.Year).ThenByDescending(l => l.Id)
            .ToListAsync(cancellationToken);
        var rows = await db.PublishedRows.AsNoTracking().Where(r => r.SchoolId == schoolId).ToDictionaryAsync(r => r.ListId, cancellationToken);
        return annexes.ConvertAll(a => Mention(a, rows.GetValueOrDefault(a.Id)));
    }

    private static OrderMention Mention(ImportedList annex, PublishedRow? row)
    {
        var (named, words) = row switch
        {
            null when annex.UnmatchedRows > 0 =>
                ((bool?)null, $"среди узнанных строк приложения школы нет, не узнано: {RussianWords.Count(annex.UnmatchedRows, "строка", "строки", "строк")}"),
            null => (false, "не названа: в приложении школы нет"),
            { Named: false } => (false, $"не названа: критерии не выполняются ({row.Printed.NamedBy})"),
            _ => (true, "названа" + Criteria(row.Printed)),
        };
        return new OrderMention(annex.Id, annex.Year, ImportedListStore.Requisites(annex), named, words + Place(row));
    }

    private static string Criteria(PublishedSchool printed) => printed.PrintedCriteria.Count switch
    {
        0 => "",
        1 => $": критерий {printed.PrintedCriteria[0]}",
        _ => $": критерии {string.Join(" и ", printed.PrintedCriteria)}",
    };

    private static string Place(PublishedRow? row) => row is null ? "" : $", {(row.Sheet is null ? "" : $"лист «{row.Sheet}», ")}строка {row.Row}";
}
