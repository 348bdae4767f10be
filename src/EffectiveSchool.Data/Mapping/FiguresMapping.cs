using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

internal static class FiguresMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<FigureUpload>(upload =>
        {
            upload.ToTable("figure_uploads");
            upload.HasOne<Region>().WithMany().HasForeignKey(u => u.RegionId);
            upload.HasOne<Municipality>().WithMany().HasForeignKey(u => u.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            upload.HasOne<ImportBatch>().WithMany().HasForeignKey(u => u.BatchId).OnDelete(DeleteBehavior.Cascade);
            upload.HasOne<ImportFile>().WithMany().HasForeignKey(u => u.FileId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SchoolFigure>(figure =>
        {
            figure.ToTable("school_figures");
            figure.HasOne<Region>().WithMany().HasForeignKey(f => f.RegionId);
            figure.HasOne(f => f.School).WithMany().HasForeignKey(f => f.SchoolId).OnDelete(DeleteBehavior.Restrict);
            figure.HasOne<FigureUpload>().WithMany().HasForeignKey(f => f.UploadId).OnDelete(DeleteBehavior.Cascade);
            figure.HasOne<ImportFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Cascade);
            figure.Property(f => f.Kind).HasConversion<string>().HasMaxLength(30);
            figure.Property(f => f.Sheet).HasMaxLength(100);
            figure.HasIndex(f => new { f.SchoolId, f.Year, f.Kind, f.Id });
            figure.HasIndex(f => new { f.RegionId, f.Year });
        });
    }
}
