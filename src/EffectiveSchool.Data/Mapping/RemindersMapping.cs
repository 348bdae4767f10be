using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Data.Mapping;

internal static class RemindersMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Region>(region =>
        {
            region.Ignore(r => r.Digest);
            region.Property(r => r.DigestAt).HasDefaultValue(DigestTime.UsualTime).HasSentinel(DigestTime.UsualTime);
        });
        builder.Entity<ReminderSettings>(settings =>
        {
            settings.ToTable("reminder_settings");
            settings.HasKey(s => s.UserId);
            settings.Property(s => s.UserId).ValueGeneratedNever();
            settings.HasOne<PortalUser>().WithOne().HasForeignKey<ReminderSettings>(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
            settings.Property(s => s.CalendarSha256).HasMaxLength(64);
            settings.HasIndex(s => s.CalendarSha256).IsUnique();
        });
        builder.Entity<DigestLetter>(letter =>
        {
            letter.ToTable("digest_letters");
            letter.HasKey(l => new { l.UserId, l.Day });
            letter.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
            letter.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
        });
    }
}
