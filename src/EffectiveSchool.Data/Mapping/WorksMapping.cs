using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Mapping;

/// <summary>The work on occurrences: who takes part, states, evidence, submitted reports.</summary>
internal static class WorksMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ProgrammeSchool>(school =>
        {
            school.ToTable("programme_schools");
            school.HasKey(s => new { s.ProgrammeId, s.SchoolId, s.Year });
            school.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
            school.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
            school.HasOne<SchoolList>().WithMany().HasForeignKey(s => s.ListId).OnDelete(DeleteBehavior.Restrict);
            school.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        });
        builder.Entity<OccurrenceWork>(work =>
        {
            work.ToTable("occurrence_works");
            work.HasOne<Programme>().WithMany().HasForeignKey(w => w.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            work.HasOne<ActivityOccurrence>().WithMany().HasForeignKey(w => w.OccurrenceId).OnDelete(DeleteBehavior.Cascade);
            work.HasOne<Municipality>().WithMany().HasForeignKey(w => w.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            work.HasOne<School>().WithMany().HasForeignKey(w => w.SchoolId).OnDelete(DeleteBehavior.Restrict);
            work.HasMany(w => w.Events).WithOne().HasForeignKey(e => e.WorkId).OnDelete(DeleteBehavior.Cascade);
            work.HasMany(w => w.Evidence).WithOne().HasForeignKey(e => e.WorkId).OnDelete(DeleteBehavior.Cascade);
            work.Property(w => w.State).HasConversion<string>().HasMaxLength(20);
            work.Property(w => w.Outcome).HasConversion<string>().HasMaxLength(20);
            work.Ignore(w => w.Owner);
            work.Ignore(w => w.IsUntouched);

            // One work an occurrence and school; fan-out may be run again.
            work.HasIndex(w => new { w.OccurrenceId, w.SchoolId }).IsUnique().AreNullsDistinct(false);
            work.HasIndex(w => new { w.State, w.Due });
            work.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<WorkEvent>(step =>
        {
            step.ToTable("work_events");
            step.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
            step.Property(e => e.Author).HasMaxLength(300);
            step.HasIndex(e => e.At);
        });
        builder.Entity<WorkEvidence>(evidence =>
        {
            evidence.ToTable("work_evidence");
            evidence.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Restrict);
            evidence.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
            evidence.Property(e => e.Number).HasMaxLength(50);
            evidence.Property(e => e.Link).HasMaxLength(WorkEvidence.LongestLink);
            evidence.Property(e => e.Author).HasMaxLength(300);
            evidence.Property(e => e.RemovedBy).HasMaxLength(300);
            evidence.Ignore(e => e.Requisites);
        });
        builder.Entity<ReportSchedule>(schedule =>
        {
            schedule.ToTable("report_schedules");
            schedule.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
            schedule.Property(s => s.Title).HasMaxLength(ReportSchedule.LongestText);
            schedule.Property(s => s.Term).HasMaxLength(ReportSchedule.LongestText);
            schedule.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
            schedule.Property(s => s.Sender).HasConversion<string>().HasMaxLength(20);
            schedule.Property(s => s.Cover).HasConversion<string>().HasMaxLength(20);
            schedule.Property(s => s.Corrections).IsJson().HasDefaultValueSql("'[]'::jsonb");
            schedule.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<SubmittedReport>(report =>
        {
            report.HasOne<ReportSchedule>().WithMany().HasForeignKey(r => r.ScheduleId).OnDelete(DeleteBehavior.Restrict);
            report.ToTable("submitted_reports");
            report.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            report.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            report.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
            report.Property(r => r.Content).IsJson();
            report.Property(r => r.Author).HasMaxLength(300);
            report.Property(r => r.Acceptance).HasConversion<string>().HasMaxLength(20);
            report.Ignore(r => r.Sender);
            report.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => d.ReportId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReportDecision>(decision =>
        {
            decision.ToTable("report_decisions");
            decision.Property(d => d.Acceptance).HasConversion<string>().HasMaxLength(20);
            decision.Property(d => d.Author).HasMaxLength(300);
        });
    }
}
