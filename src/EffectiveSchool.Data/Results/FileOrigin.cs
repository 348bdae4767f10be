namespace EffectiveSchool.Data.Results;

/// <summary>When and by whom, by role and place, a file was applied.</summary>
public sealed record FileOrigin(int FileId, DateTimeOffset AppliedAt, string Author);

public static class FileOrigins
{
    /// <summary>Origins of files of results that the reader sees; a school does not see the uploads themselves.</summary>
    public static Task<Dictionary<int, FileOrigin>> FileOriginsAsync(this PortalDb db, int[] fileIds, CancellationToken cancellationToken) => db.Database
        .SqlQuery<FileOrigin>($"""select file_id as "FileId", applied_at as "AppliedAt", author as "Author" from file_origins({fileIds})""")
        .ToDictionaryAsync(o => o.FileId, cancellationToken);
}
