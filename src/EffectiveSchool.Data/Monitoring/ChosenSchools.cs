using EffectiveSchool.Data.Curators;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Monitoring;

/// <summary>Which schools a choice means today.</summary>
/// <param name="Schools">The choice.</param>
/// <param name="RegionId">Of this region.</param>
/// <param name="MunicipalityId">Of this municipality alone; null for all of the region.</param>
/// <param name="ProgrammeId">Whose participants; read for <see cref="SchoolChoice.Participants"/> alone.</param>
/// <param name="Year">Participants in this calendar year, or the list worked by in it.</param>
public sealed record ChosenSchools(SchoolChoice Schools, int RegionId, int? MunicipalityId, int? ProgrammeId, int Year)
{
    /// <summary>Keys of working schools, in the order of the registry.</summary>
    public async Task<List<int>> IdsAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var schools = db.Schools.Where(s => s.RegionId == RegionId && s.Status == SchoolStatus.Active && (MunicipalityId == null || s.MunicipalityId == MunicipalityId));
        switch (Schools)
        {
            case SchoolChoice.Participants:
                schools = schools.Where(s => db.ProgrammeSchools.Any(p => p.ProgrammeId == ProgrammeId && p.Year == Year && p.SchoolId == s.Id));
                break;
            case SchoolChoice.Listed:
                var listed = CurrentList.Listed(db, (await CurrentList.AllAsync(db, Year, cancellationToken)).Where(l => l.RegionId == RegionId));
                schools = schools.Where(s => listed.Any(l => l.SchoolId == s.Id));
                break;
        }

        return await schools.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
    }
}
