using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;

namespace EffectiveSchool.Data.Files;

/// <summary>
/// Whose a file is, and so who sees it: of a region — the whole region; of a municipality — it and the region; of a school —
/// whoever sees the school.
/// </summary>
public sealed record FileOwner
{
    private FileOwner(int regionId, int? municipalityId, int? schoolId) => (RegionId, MunicipalityId, SchoolId) = (regionId, municipalityId, schoolId);

    public int RegionId { get; }

    public int? MunicipalityId { get; }

    public int? SchoolId { get; }

    public static FileOwner Region(int regionId) => new(regionId, null, null);

    public static FileOwner Municipality(int regionId, int municipalityId) => new(regionId, municipalityId, null);

    public static FileOwner School(int regionId, int schoolId) => new(regionId, null, schoolId);
}

/// <summary>A document that a person attached: never changed, its bytes are kept once by their hash.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    public StoredFile(FileOwner owner, string name, DocumentKind kind, string sha256, int size, Author author, DateTimeOffset at)
    {
        (RegionId, MunicipalityId, SchoolId) = (owner.RegionId, owner.MunicipalityId, owner.SchoolId);
        (Name, Kind, Sha256, Size) = (kind.FileName(name), kind, sha256, size);
        (AuthorId, Author, UploadedAt) = (author.Id, author.Name, at);
    }

    public int Id { get; private set; }

    public int RegionId { get; private set; }

    /// <summary>Only where the file is a municipality's.</summary>
    public int? MunicipalityId { get; private set; }

    /// <summary>Only where the file is a school's.</summary>
    public int? SchoolId { get; private set; }

    /// <summary>The name it was sent under, ending as its content does.</summary>
    public string Name { get; private set; } = "";

    /// <summary>By content.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Of the content, 64 lower-case hex digits; the key of <see cref="StoredFileContent"/>.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    public Guid AuthorId { get; private set; }

    /// <summary>By role and place.</summary>
    public string Author { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }
}

/// <summary>The bytes of stored files, once by their hash; seen by whoever sees a file with them.</summary>
public sealed class StoredFileContent
{
    public required string Sha256 { get; set; }

    public required byte[] Bytes { get; set; }
}
