using EffectiveSchool.Data.Registry;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class RegistryMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Region>(region =>
        {
            region.HasIndex(r => r.Code).IsUnique();
            region.Property(r => r.Name).HasMaxLength(200);
            region.Property(r => r.Code).HasMaxLength(10);
            region.Property(r => r.TimeZone).HasMaxLength(100);
            region.Property(r => r.ObjectionDays).HasDefaultValue(10);
        });
        builder.Entity<Municipality>(municipality =>
        {
            municipality.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId).OnDelete(DeleteBehavior.Restrict);
            municipality.HasIndex(m => new { m.RegionId, m.Name }).IsUnique();
            municipality.Property(m => m.Name).HasMaxLength(200);
            municipality.Property(m => m.FisOkoCode).HasMaxLength(50);
        });
        builder.Entity<School>(school =>
        {
            school.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionId).OnDelete(DeleteBehavior.Restrict);
            school.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            school.HasOne<School>().WithMany().HasForeignKey(s => s.HeadSchoolId).OnDelete(DeleteBehavior.Restrict);
            school.HasMany(s => s.Codes).WithOne().HasForeignKey(c => c.SchoolId).OnDelete(DeleteBehavior.Cascade);
            school.HasMany(s => s.FormerNames).WithOne().HasForeignKey(n => n.SchoolId).OnDelete(DeleteBehavior.Cascade);
            school.Property(s => s.Type).HasConversion<string>().HasMaxLength(20);
            school.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
            school.Property(s => s.Settlement).HasConversion<string>().HasMaxLength(20);
            school.Property(s => s.Name).HasMaxLength(300);
            school.Property(s => s.FullName).HasMaxLength(1000);
            school.Property(s => s.LegalForm).HasMaxLength(100);
            school.Property(s => s.Site).HasMaxLength(300);
            school.Property(s => s.Contacts).HasMaxLength(1000);
            school.HasIndex(s => new { s.RegionId, s.Name, s.Id });

            // The page of schools counts all of them at every look: read off the index, for the rows are broad.
            school.HasIndex(s => s.RegionId).IncludeProperties(s => new { s.Id, s.MunicipalityId, s.Pupils });
            school.HasIndex(s => new { s.MunicipalityId, s.Name });
            school.Navigation(s => s.Codes).UsePropertyAccessMode(PropertyAccessMode.Field);
            school.Navigation(s => s.FormerNames).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<SchoolCode>(code =>
        {
            code.ToTable("school_codes");
            code.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
            code.Property(c => c.Value).HasMaxLength(20);
            // ОКТМО names a territory: the schools of one village share it.
            code.HasIndex(c => new { c.RegionId, c.Kind, c.Value }).IsUnique().HasFilter("kind <> 'Oktmo' and valid_to is null");
            code.HasIndex(c => new { c.RegionId, c.Value });
        });
        builder.Entity<FormerSchoolName>(name =>
        {
            name.ToTable("former_school_names");
            name.Property(n => n.Name).HasMaxLength(300);
        });
        builder.Entity<RegistryVersion>(version =>
        {
            version.ToTable("registry_versions");
            version.HasKey(v => v.RegionId);
            version.HasOne<Region>().WithMany().HasForeignKey(v => v.RegionId);
        });
        builder.Entity<RegistryUpload>(upload =>
        {
            upload.ToTable("registry_uploads");
            upload.HasOne<Region>().WithMany().HasForeignKey(u => u.RegionId);
            upload.Property(u => u.FileName).HasMaxLength(300);
            upload.HasIndex(u => u.AuthorId).IsUnique();
        });
    }
}
