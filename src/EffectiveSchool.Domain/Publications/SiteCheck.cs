namespace EffectiveSchool.Domain.Publications;

/// <summary>The site of one school in one round of checks: a mark an item; an item without a mark was not checked.</summary>
public sealed class SiteCheck
{
    private readonly List<SiteMark> _marks = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The round.</summary>
    public required int RoundId { get; init; }

    /// <summary>The school.</summary>
    public required int SchoolId { get; init; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<SiteMark> Marks => _marks;

    /// <summary>Writes down what a person found, or takes a mark away. Returns a refusal in Russian, or null; then nothing changed.</summary>
    /// <param name="found">What was found of each item; those left out stay as they are.</param>
    /// <param name="round">The round.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Write(IReadOnlyCollection<SiteFinding> found, SiteCheckRound round, Author by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(by);
        if (round.ClosedAt is not null)
        {
            return "Проверка завершена: отметки больше не меняются.";
        }

        foreach (var each in found)
        {
            if (each is { Present: not null, Link: { } link } && WebLink.Refuse(link) is { } refusal)
            {
                return $"«{each.Item.Title}»: {refusal}";
            }

            if (each.Note.Length > SiteMark.LongestNote)
            {
                return $"«{each.Item.Title}»: примечание длиннее {SiteMark.LongestNote} знаков.";
            }
        }

        foreach (var each in found)
        {
            var old = _marks.Find(m => m.ItemId == each.Item.Id);
            if (each.Present is not { } present)
            {
                if (old is not null)
                {
                    _marks.Remove(old);
                }
            }
            else if (old is null)
            {
                _marks.Add(new SiteMark { ItemId = each.Item.Id, RegionId = RegionId, Present = present, Link = each.Link, Note = each.Note, Author = by.Name, At = now });
            }
            else if ((old.Present, old.Link, old.Note) != (present, each.Link, each.Note))
            {
                (old.Present, old.Link, old.Note, old.Author, old.At) = (present, each.Link, each.Note, by.Name, now);
            }
        }

        return null;
    }
}

/// <summary>What a person found of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Present">There, not there, or null for not checked.</param>
/// <param name="Link">Where it is; null where no link was given.</param>
/// <param name="Note">A note, or empty.</param>
public sealed record SiteFinding(SiteCheckItem Item, bool? Present, string? Link, string Note);

/// <summary>A mark of an item: who found it and when.</summary>
public sealed class SiteMark
{
    /// <summary>The longest note, characters.</summary>
    public const int LongestNote = 500;

    /// <summary>The check.</summary>
    public int CheckId { get; private set; }

    /// <summary>The item.</summary>
    public required int ItemId { get; init; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Whether the site has it.</summary>
    public required bool Present { get; set; }

    /// <summary>Where it is.</summary>
    public string? Link { get; set; }

    /// <summary>A note, or empty.</summary>
    public required string Note { get; set; }

    /// <summary>Who looked, by role and place.</summary>
    public required string Author { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>How many sites have an item, of those that were looked at.</summary>
/// <param name="Present">Sites that have it.</param>
/// <param name="Checked">Sites that were looked at for it.</param>
/// <param name="Schools">Schools of the round.</param>
public sealed record SiteShare(int Present, int Checked, int Schools)
{
    /// <summary>Percent of the checked; null where none was.</summary>
    public decimal? Percent => Checked == 0 ? null : 100m * Present / Checked;

    /// <summary>Counts marks; null stands for not checked.</summary>
    public static SiteShare Of(IReadOnlyCollection<bool?> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return new SiteShare(marks.Count(m => m == true), marks.Count(m => m is not null), marks.Count);
    }
}
