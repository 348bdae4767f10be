using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class FilesMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(file =>
        {
            file.ToTable("stored_files", t => t.HasCheckConstraint("ck_stored_files_owner", "municipality_id is null or school_id is null"));
            file.HasOne<Region>().WithMany().HasForeignKey(f => f.RegionId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<Municipality>().WithMany().HasForeignKey(f => f.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<School>().WithMany().HasForeignKey(f => f.SchoolId).OnDelete(DeleteBehavior.Restrict);
            file.Property(f => f.Name).HasMaxLength(300);
            file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.Author).HasMaxLength(300);
            file.HasIndex(f => f.Sha256);
        });

        // No foreign key between the two: the row stands first and its bytes, which other rows may share, come after it.
        builder.Entity<StoredFileContent>(content =>
        {
            content.ToTable("stored_file_contents");
            content.HasKey(c => c.Sha256);
            content.Property(c => c.Sha256).HasMaxLength(64);
        });
    }
}
