using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Who answers for activities, and the organisations among them.</summary>
internal static class ResponsiblesMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ResponsibleOrganisation>(organisation =>
        {
            organisation.ToTable("responsible_organisations");
            organisation.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionId);
            organisation.Property(o => o.Name).HasMaxLength(ResponsibleOrganisation.LongestName);
            organisation.HasIndex(o => new { o.RegionId, o.Name }).IsUnique();
        });
        builder.Entity<ActivityResponsible>(responsible =>
        {
            responsible.ToTable("activity_responsibles");
            responsible.HasKey(r => new { r.ActivityId, r.Key });
            responsible.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId).OnDelete(DeleteBehavior.Cascade);
            responsible.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
            responsible.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            responsible.HasOne<ResponsibleOrganisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            responsible.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
            responsible.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
            responsible.Property(r => r.Key).HasMaxLength(60);
            responsible.Property(r => r.Name).HasMaxLength(600);
        });
    }
}
