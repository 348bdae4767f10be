using System.Text.Json.Nodes;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EffectiveSchool.Data.Audit;

/// <summary>Collects what a save changes, for the journal.</summary>
internal static class AuditTrail
{
    private static readonly HashSet<Type> Audited =
    [
        typeof(School), typeof(SchoolCode), typeof(Region), typeof(Municipality), typeof(SchoolList), typeof(StoredMethodology),
        typeof(PortalUser), typeof(UserSchool), typeof(ImportBatch), typeof(SchoolAlias), typeof(NotHeldProcedure), typeof(ColumnMapping), typeof(ExamThreshold),
        typeof(CuratorAssignment), typeof(PartnershipAgreement), typeof(Visit),
        typeof(StoredFile), typeof(CollectionCampaign), typeof(DataConfirmation),
        typeof(Objection), typeof(SignedOrder), typeof(ImportedList), typeof(FigureUpload), typeof(ProfileArchive),
        typeof(HandOver), typeof(ReminderSettings),
        typeof(RoadmapAmendment), typeof(RoadmapTemplate),
        typeof(Programme), typeof(Roadmap), typeof(ProgrammeSchool), typeof(OccurrenceWork), typeof(SubmittedReport), typeof(ReportSchedule),
        typeof(ResponsibleOrganisation),
        typeof(Event), typeof(EventSchool), typeof(EventRules),
        typeof(MonitoringCycle), typeof(MonitoringItem), typeof(MonitoringRound), typeof(MonitoringSubmission), typeof(MonitoringAnswer),
        typeof(Publication), typeof(SiteCheckRound), typeof(SiteMark), typeof(WorkingGroup), typeof(GroupMember), typeof(Meeting), typeof(MeetingDecision),
    ];

    /// <summary>Secrets, personal data and columns that change by themselves never enter the journal.</summary>
    private static readonly HashSet<string> Unwritten = new(StringComparer.Ordinal)
    {
        nameof(PortalUser.PasswordHash), nameof(PortalUser.SecurityStamp), nameof(PortalUser.ConcurrencyStamp),
        nameof(PortalUser.Email), nameof(PortalUser.NormalizedEmail), nameof(PortalUser.UserName), nameof(PortalUser.NormalizedUserName),
        nameof(PortalUser.PhoneNumber), nameof(PortalUser.AccessFailedCount), nameof(PortalUser.FullName),
        nameof(PortalUser.EmailConfirmed), nameof(PortalUser.PhoneNumberConfirmed), nameof(PortalUser.LockoutEnabled),
        nameof(School.SearchText), nameof(School.Contacts), nameof(ImportBatch.RowsRead), nameof(ProfileArchive.Printed),
        nameof(ReminderSettings.CalendarSha256), nameof(SubmittedReport.Content), nameof(ReportSchedule.Corrections), nameof(OccurrenceWork.ChangedAt),
        nameof(PortalUser.VisitedAt), nameof(PortalUser.PreviousVisitAt),
        nameof(RoadmapTemplate.Lines),
        nameof(GroupMember.PersonName),
    };

    public static List<Pending> Collect(PortalDb db)
    {
        db.ChangeTracker.DetectChanges();
        return [.. db.ChangeTracker.Entries()
            .Where(e => Audited.Contains(e.Entity.GetType()) && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => new Pending(e))
            .Where(p => p.SaysSomething)];
    }

    internal sealed class Pending
    {
        private readonly EntityEntry _entry;
        private readonly EntityState _state;
        private readonly JsonObject _old = [];
        private readonly JsonObject _new = [];

        public Pending(EntityEntry entry)
        {
            _entry = entry;
            _state = entry.State;
            foreach (var property in entry.Properties.Where(p => !Unwritten.Contains(p.Metadata.Name) && !p.Metadata.IsPrimaryKey() && !p.Metadata.IsConcurrencyToken))
            {
                if (_state is EntityState.Deleted || (_state is EntityState.Modified && property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)))
                {
                    _old[property.Metadata.Name] = JsonNode.Parse(Json.Write(property.OriginalValue));
                }

                if (_state is EntityState.Added || (_state is EntityState.Modified && property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)))
                {
                    _new[property.Metadata.Name] = JsonNode.Parse(Json.Write(property.CurrentValue));
                }
            }
        }

        public bool SaysSomething => _state != EntityState.Modified || _new.Count > 0;

        public AuditEntry ToEntry(Guid? userId, DateTimeOffset at, string? reason) => new()
        {
            RegionId = Value<int?>("RegionId"),
            At = at,
            UserId = userId,
            Action = _state switch
            {
                EntityState.Added => "создано",
                EntityState.Deleted => "удалено",
                _ => "изменено",
            },
            Subject = _entry.Entity.GetType().Name,
            SubjectId = string.Join('/', _entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => p.CurrentValue)),
            Old = _old.Count == 0 ? null : _old.ToJsonString(Json.Options),
            New = _new.Count == 0 ? null : _new.ToJsonString(Json.Options),
            Reason = reason,
        };

        private T? Value<T>(string property) =>
            _entry.Properties.FirstOrDefault(p => p.Metadata.Name == property)?.CurrentValue is T value ? value : default;
    }
}
