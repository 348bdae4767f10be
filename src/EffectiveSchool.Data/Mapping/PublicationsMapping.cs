using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

/// <summary>News, and checks of school sites.</summary>
internal static class PublicationsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Publication>(publication =>
        {
            publication.ToTable("publications");
            publication.HasOne<Region>().WithMany().HasForeignKey(p => p.RegionId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            publication.Property(p => p.Title).HasMaxLength(Publication.LongestTitle);
            publication.Property(p => p.Place).HasMaxLength(Publication.LongestPlace);
            publication.Property(p => p.Link).HasMaxLength(WebLink.Longest);
            publication.Property(p => p.Author).HasMaxLength(300);
            publication.HasIndex(p => new { p.RegionId, p.Date });
            publication.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<SiteCheckRound>(round =>
        {
            round.ToTable("site_check_rounds");
            round.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            round.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.RoundId).OnDelete(DeleteBehavior.Cascade);
            round.Property(r => r.Name).HasMaxLength(SiteCheckRound.LongestName);
            round.Property(r => r.Schools).HasConversion<string>().HasMaxLength(20);
            round.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<SiteCheckItem>(item =>
        {
            item.ToTable("site_check_items");
            item.Property(i => i.Title).HasMaxLength(SiteCheckItem.LongestTitle);
        });
        builder.Entity<SiteCheck>(check =>
        {
            check.ToTable("site_checks");
            check.HasOne<SiteCheckRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            check.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId).OnDelete(DeleteBehavior.Restrict);
            check.HasMany(c => c.Marks).WithOne().HasForeignKey(m => m.CheckId).OnDelete(DeleteBehavior.Cascade);
            check.HasIndex(c => new { c.RoundId, c.SchoolId }).IsUnique();
        });
        builder.Entity<SiteMark>(mark =>
        {
            mark.ToTable("site_marks");
            mark.HasKey(m => new { m.CheckId, m.ItemId });
            mark.HasOne<SiteCheckItem>().WithMany().HasForeignKey(m => m.ItemId).OnDelete(DeleteBehavior.Restrict);
            mark.Property(m => m.Link).HasMaxLength(WebLink.Longest);
            mark.Property(m => m.Note).HasMaxLength(SiteMark.LongestNote);
            mark.Property(m => m.Author).HasMaxLength(300);
            mark.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
    }
}
