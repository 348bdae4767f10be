using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class ResultsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ProcedureRow>(procedure =>
        {
            procedure.ToTable("procedures");
            procedure.HasIndex(p => p.Code).IsUnique();
            procedure.Property(p => p.Code).HasMaxLength(50);
            procedure.Property(p => p.Subject).HasMaxLength(20);
            procedure.Property(p => p.Kind).HasConversion<string>().HasMaxLength(10);
            procedure.Property(p => p.Level).HasConversion<string>().HasMaxLength(10);
        });
        builder.Entity<NotHeldProcedure>(notHeld =>
        {
            notHeld.ToTable("not_held_procedures");
            notHeld.HasIndex(n => new { n.RegionId, n.ProcedureId, n.Year }).IsUnique();
            notHeld.HasOne<Region>().WithMany().HasForeignKey(n => n.RegionId);
            notHeld.HasOne<ProcedureRow>().WithMany().HasForeignKey(n => n.ProcedureId);
        });
        builder.Entity<SchoolResult>(result =>
        {
            result.ToTable("results", t => t.HasCheckConstraint(
                "ck_results_counts",
                "(published_marker is not null and participants is null and failed is null) or (participants >= 0 and failed between 0 and participants)"));
            result.HasIndex(r => new { r.SchoolId, r.ProcedureId, r.Year }).IsUnique();
            result.HasIndex(r => new { r.RegionId, r.Year });
            result.HasOne(r => r.School).WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
            result.HasOne(r => r.Procedure).WithMany().HasForeignKey(r => r.ProcedureId).OnDelete(DeleteBehavior.Restrict);
            result.HasOne(r => r.File).WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Restrict);
            result.Property(r => r.MeanScore).HasPrecision(8, SchoolResult.MeanScoreDecimals);
            result.Property(r => r.Sheet).HasMaxLength(100);
            result.Property(r => r.Version).HasConversion<string>().HasMaxLength(15);
        });
        builder.Entity<ImportBatch>(batch =>
        {
            batch.ToTable("import_batches");
            batch.HasOne<Region>().WithMany().HasForeignKey(b => b.RegionId);
            batch.Property(b => b.State).HasConversion<string>().HasMaxLength(20);
            batch.Property(b => b.Author).HasMaxLength(300);
            batch.HasMany(b => b.Files).WithOne(f => f.Batch).HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Cascade);
            batch.HasIndex(b => new { b.RegionId, b.CreatedAt });
        });
        builder.Entity<ImportFile>(file =>
        {
            file.ToTable("import_files");
            file.Property(f => f.Name).HasMaxLength(300);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.Sections).IsJson();
            file.Property(f => f.Warnings).IsJson();
        });
        builder.Entity<ImportFileContent>(content =>
        {
            content.ToTable("import_file_contents");
            content.HasKey(c => c.FileId);
            content.HasOne<ImportFile>().WithOne().HasForeignKey<ImportFileContent>(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ImportRow>(row =>
        {
            row.ToTable("import_rows");

            // The file's batch is the row's: one foreign key less for a hundred thousand rows. The policy asks for the batch too.
            row.HasOne<ImportFile>().WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Cascade);
            row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
            row.Property(r => r.MeanScore).HasPrecision(8, SchoolResult.MeanScoreDecimals);
            row.Property(r => r.Version).HasConversion<string>().HasMaxLength(15);
            row.Property(r => r.RefusalKind).HasConversion<string>().HasMaxLength(20);
            row.Ignore(r => r.MayBeMatched);
            row.HasIndex(r => new { r.BatchId, r.Outcome, r.Id });
        });
        builder.Entity<ResultChange>(change =>
        {
            change.ToTable("result_changes");

            // No foreign key: a batch of results is never deleted, and the policy asks for it whenever a change is written.
            change.Property(c => c.Old).HasColumnType("jsonb");
            change.HasIndex(c => new { c.BatchId, c.SchoolId, c.ProcedureId, c.Year });
        });
        builder.Entity<SchoolAlias>(alias =>
        {
            alias.ToTable("school_aliases");
            alias.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId).OnDelete(DeleteBehavior.Cascade);
            alias.Property(a => a.Written).HasMaxLength(400);
            alias.HasIndex(a => new { a.RegionId, a.MunicipalityId, a.Written }).IsUnique().AreNullsDistinct(false);
        });
    }
}
