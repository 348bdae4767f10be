using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Data.Mapping;

internal static class CollectionMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CollectionCampaign>(campaign =>
        {
            campaign.ToTable("collection_campaigns");
            campaign.HasOne<Region>().WithMany().HasForeignKey(c => c.RegionId);
            campaign.Property(c => c.Name).HasMaxLength(CollectionCampaign.LongestName);
            campaign.Property(c => c.Deadlines).IsJson();
            campaign.HasIndex(c => new { c.RegionId, c.Year }).IsUnique();
        });
        builder.Entity<DataConfirmation>(confirmation =>
        {
            confirmation.ToTable("data_confirmations");
            confirmation.HasOne<Region>().WithMany().HasForeignKey(c => c.RegionId);
            confirmation.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityId).OnDelete(DeleteBehavior.Cascade);
            confirmation.HasOne<ProcedureRow>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
            confirmation.Property(c => c.Author).HasMaxLength(300);
            confirmation.Property(c => c.Note).HasMaxLength(DataConfirmation.LongestNote);
            confirmation.Property(c => c.WithdrawnBecause).HasMaxLength(500);
            confirmation.HasIndex(c => new { c.MunicipalityId, c.ProcedureId, c.Year }).IsUnique().HasFilter("withdrawn_at is null");
            confirmation.HasIndex(c => new { c.RegionId, c.Year });
        });
    }
}
