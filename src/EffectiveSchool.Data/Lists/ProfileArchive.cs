using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

public enum ArchiveState
{
    /// <summary>The profiles are being printed; progress grows.</summary>
    Printing,

    /// <summary>May be downloaded until it expires.</summary>
    Ready,

    /// <summary>Could not be printed; the problem says why.</summary>
    Failed,

    /// <summary>Given up by a person.</summary>
    GivenUp,
}

/// <summary>
/// School profiles of a list printed into one zip. Every transition returns null, or a Russian sentence saying why it is
/// refused, in which case nothing has changed.
/// </summary>
public sealed class ProfileArchive
{
    /// <summary>One zip; a larger list is taken municipality by municipality.</summary>
    public const int MostSchools = 2_000;

    /// <summary>Figures go on changing: a zip is for taking away, not for keeping.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private ProfileArchive()
    {
    }

    private ProfileArchive(SchoolList list, bool listedOnly, int? municipalityId, int schools, Guid authorId, DateTimeOffset now)
    {
        (RegionId, ListId, ListedOnly, MunicipalityId) = (list.RegionId, list.Id, listedOnly, municipalityId);
        (Schools, AuthorId, CreatedAt, ExpiresAt) = (schools, authorId, now, now + KeptFor);
    }

    public int Id { get; private set; }

    public int RegionId { get; private set; }

    public int ListId { get; private set; }

    /// <summary>Whether the schools that are not in the list are left out.</summary>
    public bool ListedOnly { get; private set; }

    /// <summary>The only municipality; null where all are printed.</summary>
    public int? MunicipalityId { get; private set; }

    /// <summary>Schools chosen.</summary>
    public int Schools { get; private set; }

    /// <summary>Schools printed so far.</summary>
    public int Printed { get; private set; }

    public ArchiveState State { get; private set; } = ArchiveState.Printing;

    /// <summary>Why it could not be printed, as a Russian sentence; otherwise null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Bytes of the zip; null before it is ready.</summary>
    public long? Size { get; private set; }

    public Guid AuthorId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Then the zip is deleted.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Begins an archive, or says why there is nothing or too much to print.</summary>
    public static (ProfileArchive? Archive, string? Refusal) Begin(
        SchoolList list, bool listedOnly, int? municipalityId, int schools, Guid authorId, DateTimeOffset now)
    {
        var refusal = schools switch
        {
            0 => "По этому выбору в перечне нет ни одной школы: печатать нечего. Выберите другие школы.",
            > MostSchools => $"Выбрано школ: {schools}, а в один архив помещается не больше {MostSchools}. Выберите один муниципалитет или только школы, вошедшие в перечень.",
            _ => null,
        };
        return (refusal is null ? new ProfileArchive(list, listedOnly, municipalityId, schools, authorId, now) : null, refusal);
    }

    /// <summary>Every profile is printed.</summary>
    public string? Finish(int printed, long size, DateTimeOffset now)
    {
        if (Refuse() is { } refusal)
        {
            return refusal;
        }

        (State, Printed, Size, ExpiresAt) = (ArchiveState.Ready, printed, size, now + KeptFor);
        return null;
    }

    /// <summary>The printing has stopped for a reason that is told to the person.</summary>
    public string? Fail(string problem)
    {
        if (Refuse() is { } refusal)
        {
            return refusal;
        }

        (State, Problem) = (ArchiveState.Failed, problem);
        return null;
    }

    /// <summary>A person no longer wants it.</summary>
    public string? GiveUp()
    {
        if (Refuse() is { } refusal)
        {
            return refusal;
        }

        State = ArchiveState.GivenUp;
        return null;
    }

    private string? Refuse() => State == ArchiveState.Printing ? null : "Профили уже не печатаются: откройте страницу заново и посмотрите, чем кончилась печать.";
}

/// <summary>The bytes of a zip, apart so that pages never load them.</summary>
public sealed class ProfileArchiveContent
{
    public int ArchiveId { get; set; }

    public required byte[] Bytes { get; set; }
}
