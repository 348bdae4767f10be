namespace EffectiveSchool.Data.Users;

/// <summary>
/// A workbook of users between its dry run and the confirmation: only the bytes are kept, and read again at every step.
/// A person has at most one; it is deleted when it is applied or given up.
/// </summary>
public sealed class UserUpload
{
    public int Id { get; set; }

    public required Guid AuthorId { get; set; }

    public required string FileName { get; set; }

    public required byte[] Bytes { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}
