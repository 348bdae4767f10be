using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Programmes and their roadmaps.</summary>
internal static class ProgrammesMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Programme>(programme =>
        {
            programme.ToTable("programmes");
            programme.HasOne<Region>().WithMany().HasForeignKey(p => p.RegionId);
            programme.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            programme.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
            programme.Property(p => p.Name).HasMaxLength(500);
            programme.Property(p => p.Passport).IsJson();
            programme.Ignore(p => p.Period);
            programme.Ignore(p => p.Level);
            programme.Ignore(p => p.IsInForce);
            programme.Ignore(p => p.AwaitsDecision);
            programme.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
            programme.HasOne<Programme>().WithMany().HasForeignKey(p => p.CopiedFromId).OnDelete(DeleteBehavior.SetNull);
            programme.HasMany(p => p.ReviewEvents).WithOne().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
            programme.Property(p => p.Review).HasConversion<string>().HasMaxLength(20);
            programme.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<Roadmap>(roadmap =>
        {
            roadmap.ToTable("roadmaps");
            roadmap.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            roadmap.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId);
            roadmap.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.RoadmapId).OnDelete(DeleteBehavior.Cascade);
            roadmap.HasMany(r => r.Activities).WithOne().HasForeignKey(a => a.RoadmapId).OnDelete(DeleteBehavior.Cascade);
            roadmap.HasMany(r => r.Amendments).WithOne().HasForeignKey(a => a.RoadmapId).OnDelete(DeleteBehavior.Cascade);
            roadmap.Ignore(r => r.Current);
            roadmap.Ignore(r => r.LastAmendment);
            roadmap.Property(r => r.Name).HasMaxLength(500);
            roadmap.Property(r => r.FileName).HasMaxLength(300);
            roadmap.Property(r => r.Origin).HasMaxLength(1200);
            roadmap.Property(r => r.Sha256).HasMaxLength(64);
            roadmap.Property(r => r.Author).HasMaxLength(300);
        });
        builder.Entity<RoadmapSection>(section =>
        {
            section.ToTable("roadmap_sections");
            section.Property(s => s.Path).IsJson();
        });
        builder.Entity<Activity>(activity =>
        {
            activity.ToTable("activities");
            activity.HasOne(a => a.Section).WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Cascade);
            activity.HasMany(a => a.Occurrences).WithOne().HasForeignKey(o => o.ActivityId).OnDelete(DeleteBehavior.Cascade);
            activity.HasOne<Activity>().WithMany().HasForeignKey(a => a.SourceActivityId).OnDelete(DeleteBehavior.Restrict);
            activity.Ignore(a => a.Dates);
            activity.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
            activity.Property(a => a.Number).HasMaxLength(100);
            activity.Property(a => a.Warnings).IsJson();
            activity.Property(a => a.Quota).IsJson();
            activity.Property(a => a.ExpectedByHand).IsJson();
            activity.Ignore(a => a.Quantity);
            activity.HasIndex(a => new { a.RoadmapId, a.Position });
        });
        builder.Entity<ActivityOccurrence>(occurrence =>
        {
            occurrence.ToTable("activity_occurrences");
            occurrence.HasIndex(o => o.Due);
        });
        builder.Entity<ProgrammeReviewEvent>(step =>
        {
            step.ToTable("programme_review_events");
            step.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
            step.Property(e => e.Author).HasMaxLength(300);
        });
        builder.Entity<RoadmapAmendment>(amendment =>
        {
            amendment.ToTable("roadmap_amendments");
            amendment.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId);
            amendment.HasMany(a => a.Activities).WithOne().HasForeignKey(a => a.AmendmentId).OnDelete(DeleteBehavior.Cascade);
            amendment.HasIndex(a => new { a.RoadmapId, a.Number }).IsUnique();
            amendment.Property(a => a.OrderNumber).HasMaxLength(RoadmapAmendment.LongestOrder);
            amendment.Property(a => a.Author).HasMaxLength(300);
            amendment.Ignore(a => a.Requisites);
        });
        builder.Entity<AmendedActivity>(amended =>
        {
            amended.ToTable("amended_activities");
            amended.HasOne(a => a.Activity).WithMany().HasForeignKey(a => a.ActivityId).OnDelete(DeleteBehavior.Cascade);
            amended.Property(a => a.Step).HasConversion<string>().HasMaxLength(20);
            amended.Property(a => a.Changes).IsJson();
        });
        builder.Entity<RoadmapTemplate>(template =>
        {
            template.ToTable("roadmap_templates");
            template.HasOne<Region>().WithMany().HasForeignKey(t => t.RegionId);
            template.Property(t => t.Name).HasMaxLength(500);
            template.Property(t => t.Lines).IsJson();
            template.Property(t => t.Author).HasMaxLength(300);
            template.Ignore(t => t.Period);
        });
        builder.Entity<RoadmapUpload>(upload =>
        {
            upload.ToTable("roadmap_uploads");
            upload.HasOne<Programme>().WithMany().HasForeignKey(u => u.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
            upload.HasIndex(u => u.AuthorId).IsUnique();
            upload.Property(u => u.FileName).HasMaxLength(300);
            upload.Property(u => u.Columns).IsJson();
            upload.Property(u => u.Lines).IsJson().HasColumnName("terms");
        });
    }
}
