using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Objections to lists and the orders that approve lists.</summary>
internal static class ObjectionsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Objection>(objection =>
        {
            objection.HasOne<SchoolList>().WithMany().HasForeignKey(o => o.ListId).OnDelete(DeleteBehavior.Restrict);
            objection.HasOne<School>().WithMany().HasForeignKey(o => o.SchoolId).OnDelete(DeleteBehavior.Restrict);
            objection.HasOne<ImportBatch>().WithMany().HasForeignKey(o => o.CorrectionBatchId).OnDelete(DeleteBehavior.Restrict);
            objection.HasMany(o => o.Events).WithOne().HasForeignKey(e => e.ObjectionId).OnDelete(DeleteBehavior.Cascade);
            objection.Navigation(o => o.Events).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
            objection.Property(o => o.Side).HasConversion<string>().HasMaxLength(20);
            objection.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            objection.Property(o => o.Number).IsJson();
            objection.Ignore(o => o.IsOpen);
            objection.HasIndex(o => new { o.ListId, o.State });
            objection.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<ObjectionEvent>(step =>
        {
            step.ToTable("objection_events");
            step.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
            step.Property(e => e.Author).HasMaxLength(300);
        });
        builder.Entity<ObjectionFile>(file =>
        {
            file.ToTable("objection_files");
            file.HasKey(f => new { f.ObjectionId, f.FileId });
            file.HasOne<Objection>().WithMany().HasForeignKey(f => f.ObjectionId).OnDelete(DeleteBehavior.Cascade);
            file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SignedOrder>(order =>
        {
            order.HasOne<SchoolList>().WithMany().HasForeignKey(o => o.ListId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne<StoredFile>().WithMany().HasForeignKey(o => o.FileId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne<StoredFile>().WithMany().HasForeignKey(o => o.SignatureFileId).OnDelete(DeleteBehavior.Restrict);

            // One order in force a list.
            order.HasIndex(o => o.ListId).IsUnique().HasFilter("superseded_at is null").HasDatabaseName("ux_signed_orders_in_force");
        });
    }
}
