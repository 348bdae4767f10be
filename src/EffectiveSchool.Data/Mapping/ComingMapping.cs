using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Comparisons with the journal, thresholds of exams, remembered columns.</summary>
internal static class ComingMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<MarkComparison>(comparison =>
        {
            comparison.ToTable("mark_comparisons", t => t.HasCheckConstraint(
                "ck_mark_comparisons_counts", "lowered >= 0 and confirmed >= 0 and raised >= 0 and lowered + confirmed + raised = participants"));
            comparison.HasIndex(c => new { c.SchoolId, c.ProcedureId, c.Year }).IsUnique();
            comparison.HasIndex(c => new { c.RegionId, c.Year });
            comparison.HasOne(c => c.School).WithMany().HasForeignKey(c => c.SchoolId).OnDelete(DeleteBehavior.Restrict);
            comparison.HasOne(c => c.Procedure).WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
            comparison.HasOne(c => c.File).WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Restrict);
            comparison.Property(c => c.Sheet).HasMaxLength(100);
        });
        builder.Entity<MarkComparisonChange>(change =>
        {
            change.ToTable("mark_comparison_changes");
            change.HasOne<ImportBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Cascade);
            change.Property(c => c.Old).HasColumnType("jsonb");
            change.HasIndex(c => new { c.BatchId, c.SchoolId, c.ProcedureId, c.Year });
        });
        builder.Entity<ExamThreshold>(threshold =>
        {
            threshold.ToTable("exam_thresholds", t => t.HasCheckConstraint("ck_exam_thresholds_score", "least_score between 0 and 100"));
            threshold.HasIndex(t => new { t.RegionId, t.ProcedureId, t.Year }).IsUnique();
            threshold.HasOne<Region>().WithMany().HasForeignKey(t => t.RegionId);
            threshold.HasOne<ProcedureRow>().WithMany().HasForeignKey(t => t.ProcedureId);
        });
        builder.Entity<ColumnMapping>(mapping =>
        {
            mapping.ToTable("column_mappings");
            mapping.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId);
            mapping.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
            mapping.Property(m => m.Signature).HasMaxLength(64);
            mapping.Property(m => m.Written).IsJson();
            mapping.Property(m => m.Ours).IsJson();
            mapping.HasIndex(m => new { m.RegionId, m.MunicipalityId, m.Kind, m.Signature }).IsUnique().AreNullsDistinct(false);
        });
    }
}
