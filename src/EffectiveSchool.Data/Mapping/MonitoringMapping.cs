using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Monitoring: what schools hand in, round by round.</summary>
internal static class MonitoringMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<MonitoringCycle>(cycle =>
        {
            cycle.ToTable("monitoring_cycles");
            cycle.HasOne<Region>().WithMany().HasForeignKey(c => c.RegionId).OnDelete(DeleteBehavior.Restrict);
            cycle.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            cycle.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            cycle.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.CycleId).OnDelete(DeleteBehavior.Cascade);
            cycle.HasMany(c => c.Rounds).WithOne().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Cascade);
            cycle.Property(c => c.Name).HasMaxLength(MonitoringCycle.LongestName);
            cycle.Property(c => c.Frequency).HasConversion<string>().HasMaxLength(20);
            cycle.Property(c => c.Schools).HasConversion<string>().HasMaxLength(20);
            cycle.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<MonitoringItem>(item =>
        {
            item.ToTable("monitoring_items");
            item.Property(i => i.Title).HasMaxLength(MonitoringItem.LongestTitle);
            item.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
            item.Property(i => i.Unit).HasMaxLength(50);
        });
        builder.Entity<MonitoringRound>(round =>
        {
            round.ToTable("monitoring_rounds");
            round.Property(r => r.Stage).HasConversion<string>().HasMaxLength(20);
            round.Property(r => r.ClosedBy).HasMaxLength(300);
            round.Ignore(r => r.Title);
            round.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<MonitoringSubmission>(submission =>
        {
            submission.ToTable("monitoring_submissions");
            submission.HasOne<MonitoringRound>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
            submission.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
            submission.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            submission.HasMany(s => s.Events).WithOne().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            submission.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            submission.HasIndex(s => new { s.RoundId, s.SchoolId }).IsUnique();
            submission.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<MonitoringAnswer>(answer =>
        {
            answer.ToTable("monitoring_answers");
            answer.HasKey(a => new { a.SubmissionId, a.ItemId });
            answer.HasOne<MonitoringItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Restrict);
            answer.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
            answer.Property(a => a.Text).HasMaxLength(MonitoringValue.LongestText);
            answer.Property(a => a.Number).HasPrecision(18, 4);
            answer.Ignore(a => a.Value);
        });
        builder.Entity<MonitoringEvent>(step =>
        {
            step.ToTable("monitoring_events");
            step.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
            step.Property(e => e.Text).HasMaxLength(MonitoringSubmission.LongestReason);
            step.Property(e => e.Author).HasMaxLength(300);
        });
    }
}
