using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class ListsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<StoredMethodology>(methodology =>
        {
            methodology.ToTable("methodologies");
            methodology.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId);
            methodology.HasIndex(m => new { m.RegionId, m.Code, m.Version }).IsUnique();
            methodology.Property(m => m.Code).HasMaxLength(50);
            methodology.Property(m => m.Definition).IsJson();
        });
        builder.Entity<SchoolList>(list =>
        {
            list.ToTable("lists");
            list.HasOne<Region>().WithMany().HasForeignKey(l => l.RegionId);
            list.HasOne<StoredMethodology>().WithMany().HasForeignKey(l => l.MethodologyId).OnDelete(DeleteBehavior.Restrict);
            list.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
            list.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(MethodologyKind.LowResults).HasSentinel(MethodologyKind.LowResults);
            list.Property(l => l.RunSha256).HasMaxLength(64);
            list.Property(l => l.OrderNumber).HasMaxLength(100);
            list.Property(l => l.Edition).HasDefaultValue(1);
            list.HasOne<SchoolList>().WithMany().HasForeignKey(l => l.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            list.HasOne<SchoolList>().WithMany().HasForeignKey(l => l.AmendsId).OnDelete(DeleteBehavior.Restrict);
            list.HasIndex(l => new { l.RegionId, l.ResultsYear });

            // One edition a list: a chain, never a tree.
            list.HasIndex(l => l.ReplacesId).IsUnique();

            // Two people at one list: the second save finds another row version and is refused.
            list.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<ListBasis>(basis =>
        {
            basis.ToTable("list_bases");
            basis.HasKey(b => b.ListId);
            basis.Property(b => b.ListId).ValueGeneratedNever();
            basis.HasOne<SchoolList>().WithOne().HasForeignKey<ListBasis>(b => b.ListId).OnDelete(DeleteBehavior.Cascade);
            basis.Property(b => b.Methodology).IsJson();
            basis.Property(b => b.NotHeld).IsJson();
            basis.Property(b => b.Gaps).IsJson();
            basis.Property(b => b.Collection).IsJson();
        });
        builder.Entity<ListSchool>(row =>
        {
            row.ToTable("list_schools");
            row.HasKey(r => new { r.ListId, r.SchoolId });
            row.HasOne<SchoolList>().WithMany().HasForeignKey(r => r.ListId).OnDelete(DeleteBehavior.Cascade);
            row.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
            row.Property(r => r.Code).HasMaxLength(20);
            row.Property(r => r.Name).HasMaxLength(300);
            row.Property(r => r.Municipality).HasMaxLength(200);
            row.Property(r => r.Verdict).IsJson();
            row.Property(r => r.Input).IsJson();
            row.Property(r => r.TrueIndicators).HasDefaultValueSql("'{}'");
            row.Property(r => r.KnownIndicators).HasDefaultValueSql("'{}'");
            row.HasIndex(r => new { r.ListId, r.Municipality, r.Name });

            // The page of a list opens on the listed, and counts all: read off the index, for the rows are broad with their verdicts.
            row.HasIndex(r => new { r.ListId, r.Listed, r.Municipality, r.Name })
                .IncludeProperties(r => new { r.MunicipalityId, r.RegionId, r.SchoolId, r.PupilsToFlip, r.WithoutData });
            row.HasIndex(r => r.SchoolId);
        });
        builder.Entity<ProfileArchive>(archive =>
        {
            archive.ToTable("profile_archives");
            archive.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId).OnDelete(DeleteBehavior.Restrict);
            archive.HasOne<SchoolList>().WithMany().HasForeignKey(a => a.ListId).OnDelete(DeleteBehavior.Cascade);
            archive.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            archive.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
        });
        builder.Entity<ProfileArchiveContent>(content =>
        {
            content.ToTable("profile_archive_contents");
            content.HasKey(c => c.ArchiveId);
            content.HasOne<ProfileArchive>().WithOne().HasForeignKey<ProfileArchiveContent>(c => c.ArchiveId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ListSourceFile>(file =>
        {
            file.ToTable("list_source_files");
            file.HasOne<SchoolList>().WithMany().HasForeignKey(f => f.ListId).OnDelete(DeleteBehavior.Cascade);
            file.Property(f => f.Name).HasMaxLength(300);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.Author).HasMaxLength(300);
        });
        builder.Entity<ImportedList>(list =>
        {
            list.ToTable("imported_lists");
            list.HasOne<Region>().WithMany().HasForeignKey(l => l.RegionId);
            list.HasOne<ImportBatch>().WithMany().HasForeignKey(l => l.BatchId).OnDelete(DeleteBehavior.Cascade);
            list.HasOne<ImportFile>().WithMany().HasForeignKey(l => l.FileId).OnDelete(DeleteBehavior.Cascade);
            list.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            list.Property(l => l.Document).HasMaxLength(300);
            list.Property(l => l.DocumentNumber).HasMaxLength(100);

            // One federal list a year is in force: another one waits until the first is taken back.
            list.HasIndex(l => new { l.RegionId, l.Year }).IsUnique().HasFilter("kind = 'Federal' and applied_at is not null");
        });
        builder.Entity<ImportedListSchool>(school =>
        {
            school.ToTable("imported_list_schools");
            school.HasOne(s => s.List).WithMany().HasForeignKey(s => s.ListId).OnDelete(DeleteBehavior.Cascade);
            school.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
            school.HasIndex(s => new { s.ListId, s.SchoolId }).IsUnique();
            school.HasIndex(s => s.SchoolId);
            school.Property(s => s.Level).HasConversion<string>().HasMaxLength(20);
            school.Property(s => s.Sheet).HasMaxLength(100);
            school.Property(s => s.Cell).HasMaxLength(20);
            school.Property(s => s.AsWritten).HasMaxLength(1000);
        });
        builder.Entity<PublishedRow>(row =>
        {
            row.ToTable("published_rows");
            row.HasOne(r => r.List).WithMany().HasForeignKey(r => r.ListId).OnDelete(DeleteBehavior.Cascade);
            row.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.ListId, r.Row }).IsUnique();
            row.HasIndex(r => new { r.ListId, r.SchoolId }).IsUnique();
            row.HasIndex(r => r.SchoolId);
            row.Property(r => r.Sheet).HasMaxLength(100);
            row.Property(r => r.Printed).IsJson();
        });
    }
}
