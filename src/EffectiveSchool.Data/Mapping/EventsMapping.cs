using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Events, who took part, materials, words and norms.</summary>
internal static class EventsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Event>(held =>
        {
            held.ToTable("events", t => t.HasCheckConstraint("ck_events_level", "municipality_id is null or school_id is null"));
            held.HasOne<Region>().WithMany().HasForeignKey(e => e.RegionId).OnDelete(DeleteBehavior.Restrict);
            held.HasOne<Municipality>().WithMany().HasForeignKey(e => e.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            held.HasOne<School>().WithMany().HasForeignKey(e => e.SchoolId).OnDelete(DeleteBehavior.Restrict);
            held.HasOne<School>().WithMany().HasForeignKey(e => e.HostSchoolId).OnDelete(DeleteBehavior.Restrict);
            held.HasOne<Activity>().WithMany().HasForeignKey(e => e.ActivityId).OnDelete(DeleteBehavior.SetNull);
            held.HasOne<ActivityOccurrence>().WithMany().HasForeignKey(e => e.OccurrenceId).OnDelete(DeleteBehavior.SetNull);
            held.HasMany(e => e.Schools).WithOne().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
            held.HasMany(e => e.Materials).WithOne().HasForeignKey(m => m.EventId).OnDelete(DeleteBehavior.Cascade);
            held.Property(e => e.Author).HasMaxLength(300);
            held.Property(e => e.Title).HasMaxLength(Event.LongestText);
            held.Property(e => e.Kind).HasMaxLength(EventRules.LongestName);
            held.Property(e => e.Nature).HasConversion<string>().HasMaxLength(20);
            held.Property(e => e.Place).HasMaxLength(Event.LongestText);
            held.Property(e => e.Link).HasMaxLength(Event.LongestLink);
            held.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
            held.Ignore(e => e.Level);
            held.Ignore(e => e.MaterialsDue);
            held.Ignore(e => e.OwesMaterials);
            held.Ignore(e => e.Dates);
            held.HasIndex(e => new { e.RegionId, e.From });

            // Two people who correct one event: the second save is refused. Numbers of schools are rows of their own.
            held.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<EventSchool>(school =>
        {
            school.ToTable("event_schools");
            school.HasKey(s => new { s.EventId, s.SchoolId });
            school.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
            school.Ignore(s => s.TookPart);
            school.HasIndex(s => s.SchoolId);
            school.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<EventMaterial>(material =>
        {
            material.ToTable("event_materials");
            material.HasOne<StoredFile>().WithMany().HasForeignKey(m => m.FileId).OnDelete(DeleteBehavior.Restrict);
            material.Property(m => m.Title).HasMaxLength(Event.LongestText);
            material.Property(m => m.Link).HasMaxLength(Event.LongestLink);
            material.Property(m => m.Author).HasMaxLength(300);
        });
        builder.Entity<EventRules>(rules =>
        {
            rules.ToTable("event_rules");
            rules.HasKey(r => r.RegionId);
            rules.Property(r => r.RegionId).ValueGeneratedNever();
            rules.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId).OnDelete(DeleteBehavior.Restrict);
            rules.Property(r => r.Kinds).IsJson();
            rules.Property(r => r.Norms).IsJson();
            rules.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
    }
}
