namespace EffectiveSchool.Domain.Publications;

/// <summary>News of the work with schools (публикация): title, day, where and the link; the owner is the region, a municipality or a school.</summary>
public sealed class Publication
{
    /// <summary>The longest title, characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>The longest name of a place, characters.</summary>
    public const int LongestPlace = 200;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality whose news it is; null otherwise.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The school whose news it is; null otherwise.</summary>
    public int? SchoolId { get; init; }

    /// <summary>Account of who wrote it down.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who wrote it down, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>The programme it tells of; null where it tells of none.</summary>
    public int? ProgrammeId { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The day of publication.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Where: «сайт школы», «ВКонтакте», a newspaper.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The link.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Writes it down, new or corrected. Returns a refusal in Russian, or null.</summary>
    /// <param name="notes">What was written.</param>
    /// <param name="today">Today in the region: news is written down after it is out.</param>
    public string? Write(PublicationNotes notes, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(notes);
        if (string.IsNullOrWhiteSpace(notes.Title) || notes.Title.Length > LongestTitle)
        {
            return $"Укажите заголовок, не длиннее {LongestTitle} знаков.";
        }

        if (string.IsNullOrWhiteSpace(notes.Place) || notes.Place.Length > LongestPlace)
        {
            return $"Укажите, где опубликовано, не длиннее {LongestPlace} знаков.";
        }

        if (notes.Date is not { } day || day > today || day.Year < 2000)
        {
            return $"Укажите день публикации: не позже {RussianFigures.Date(today)}.";
        }

        if (WebLink.Refuse(notes.Link) is { } refusal)
        {
            return $"Публикация: {refusal}";
        }

        (Title, Place, Date, Link, ProgrammeId) = (notes.Title.Trim(), notes.Place.Trim(), day, notes.Link!.Trim(), notes.ProgrammeId);
        return null;
    }
}

/// <summary>What a person writes of a publication.</summary>
/// <param name="Title">Title.</param>
/// <param name="Date">Day.</param>
/// <param name="Place">Where.</param>
/// <param name="Link">Link.</param>
/// <param name="ProgrammeId">The programme, or null.</param>
public sealed record PublicationNotes(string? Title, DateOnly? Date, string? Place, string? Link, int? ProgrammeId);
