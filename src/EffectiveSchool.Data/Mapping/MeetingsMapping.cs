using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Mapping;

/// <summary>Working groups, their meetings and what was decided.</summary>
internal static class MeetingsMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<WorkingGroup>(group =>
        {
            group.ToTable("working_groups");
            group.HasOne<Region>().WithMany().HasForeignKey(g => g.RegionId).OnDelete(DeleteBehavior.Restrict);
            group.HasOne<Municipality>().WithMany().HasForeignKey(g => g.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            group.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            group.Property(g => g.Name).HasMaxLength(WorkingGroup.LongestName);
            group.Property(g => g.Basis).HasMaxLength(WorkingGroup.LongestName);
        });
        builder.Entity<GroupMember>(member =>
        {
            member.ToTable("group_members");
            member.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
            member.Property(m => m.PersonName).HasMaxLength(GroupMember.Longest);
            member.Property(m => m.Post).HasMaxLength(GroupMember.Longest);
        });
        builder.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meetings");
            meeting.HasOne<WorkingGroup>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasOne<Municipality>().WithMany().HasForeignKey(m => m.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasOne<StoredFile>().WithMany().HasForeignKey(m => m.FileId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
            meeting.Property(m => m.Place).HasMaxLength(300);
            meeting.Property(m => m.ProtocolNumber).HasMaxLength(50);
            meeting.Property(m => m.Agenda).IsJson();
            meeting.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
        builder.Entity<MeetingDecision>(decision =>
        {
            decision.ToTable("meeting_decisions");
            decision.Property(d => d.Text).HasMaxLength(MeetingDecision.LongestText);
            decision.Property(d => d.Responsible).HasMaxLength(MeetingDecision.LongestWord);
            decision.Property(d => d.Term).HasMaxLength(MeetingDecision.LongestWord);
            decision.Property(d => d.DoneNote).HasMaxLength(MeetingDecision.LongestText);
            decision.Property(d => d.Dues).IsJson();
            decision.Ignore(d => d.IsDone);
            decision.HasIndex(d => d.NextDue);
            decision.Property<uint>("Version").HasColumnName("xmin").IsRowVersion();
        });
    }
}
