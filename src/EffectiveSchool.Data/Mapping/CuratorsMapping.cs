using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class CuratorsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CuratorAssignment>(assignment =>
        {
            assignment.ToTable("curator_assignments");
            assignment.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.CuratorId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId).OnDelete(DeleteBehavior.Restrict);
            assignment.Property(a => a.CuratorName).HasMaxLength(300);
            assignment.Property(a => a.OrderNumber).HasMaxLength(50);
            assignment.Property(a => a.EndReason).HasMaxLength(300);

            // Two people who assign the same school at once: the second is refused.
            assignment.HasIndex(a => new { a.CuratorId, a.SchoolId }).IsUnique().HasFilter("until is null");
        });
        builder.Entity<PartnershipAgreement>(agreement =>
        {
            agreement.ToTable("partnership_agreements");
            agreement.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId).OnDelete(DeleteBehavior.Restrict);
            agreement.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId).OnDelete(DeleteBehavior.Restrict);
            agreement.HasOne<School>().WithMany().HasForeignKey(a => a.PartnerSchoolId).OnDelete(DeleteBehavior.Restrict);
            agreement.Property(a => a.PartnerName).HasMaxLength(300);
            agreement.Property(a => a.Number).HasMaxLength(50);
            agreement.Property(a => a.Subject).HasMaxLength(1000);
            agreement.Property(a => a.EndReason).HasMaxLength(300);
            agreement.Ignore(a => a.LastDay);
        });
        builder.Entity<Visit>(visit =>
        {
            visit.ToTable("visits");
            visit.HasOne<Region>().WithMany().HasForeignKey(v => v.RegionId).OnDelete(DeleteBehavior.Restrict);
            visit.HasOne<School>().WithMany().HasForeignKey(v => v.SchoolId).OnDelete(DeleteBehavior.Restrict);
            visit.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.AuthorId).OnDelete(DeleteBehavior.Restrict);
            visit.Property(v => v.AuthorName).HasMaxLength(300);
            visit.Property(v => v.Kind).HasConversion<string>().HasMaxLength(30);
            visit.Property(v => v.Aim).HasMaxLength(500);
            visit.Property(v => v.Findings).HasMaxLength(4000);
            visit.Property(v => v.Recommendations).HasMaxLength(4000);
            visit.HasIndex(v => new { v.SchoolId, v.Date });
            visit.Ignore(v => v.Fact);

            // Two people who correct one record: the second save is refused.
            visit.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
    }
}
