using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class PeopleMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<PortalUser>(user =>
        {
            user.Property(u => u.Role).HasConversion<string>().HasMaxLength(30);
            user.Property(u => u.DisplayName).HasMaxLength(300);
            user.Property(u => u.FullName).HasMaxLength(200);
            user.HasOne<Region>().WithMany().HasForeignKey(u => u.RegionId).OnDelete(DeleteBehavior.Restrict);
            user.HasOne<Municipality>().WithMany().HasForeignKey(u => u.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            user.HasMany(u => u.Schools).WithOne().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
            user.Ignore(u => u.Scope);
            user.Ignore(u => u.IsWaiting);
            user.Navigation(u => u.Schools).AutoInclude();
        });
        builder.Entity<UserSchool>(school =>
        {
            school.ToTable("user_schools");
            school.HasKey(s => new { s.UserId, s.SchoolId });
            school.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ActivationLink>(link =>
        {
            link.ToTable("activation_links");
            link.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => l.UserId).IsUnique().HasFilter("used_at is null and revoked_at is null");
        });
        builder.Entity<HandOver>(handOver =>
        {
            handOver.ToTable("hand_overs");
            handOver.HasOne<PortalUser>().WithMany().HasForeignKey(h => h.FromUserId).OnDelete(DeleteBehavior.Restrict);
            handOver.HasOne<PortalUser>().WithMany().HasForeignKey(h => h.ToUserId).OnDelete(DeleteBehavior.Restrict);
            handOver.Property(h => h.OrderNumber).HasMaxLength(50);
            handOver.Ignore(h => h.Grounds);
        });
        builder.Entity<UserUpload>(upload =>
        {
            upload.ToTable("user_uploads");
            upload.HasOne<PortalUser>().WithMany().HasForeignKey(u => u.AuthorId).OnDelete(DeleteBehavior.Cascade);
            upload.Property(u => u.FileName).HasMaxLength(300);
            upload.HasIndex(u => u.AuthorId).IsUnique();
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit");
            entry.Property(e => e.Action).HasMaxLength(50);
            entry.Property(e => e.Subject).HasMaxLength(50);
            entry.Property(e => e.SubjectId).HasMaxLength(100);
            entry.Property(e => e.Old).HasColumnType("jsonb");
            entry.Property(e => e.New).HasColumnType("jsonb");
            entry.HasIndex(e => new { e.Subject, e.SubjectId });
        });
        builder.Entity<DataProtectionKeyRow>(key => key.ToTable("data_protection_keys"));
    }
}
