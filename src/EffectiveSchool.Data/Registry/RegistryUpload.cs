namespace EffectiveSchool.Data.Registry;

/// <summary>
/// A registry file between its dry run and the confirmation: only the bytes are kept, and read again at every step, so
/// that what is applied is what the file says against the registry of that moment. A person has at most one.
/// </summary>
public sealed class RegistryUpload
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required Guid AuthorId { get; set; }

    public required string FileName { get; set; }

    public required byte[] Bytes { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}
