using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>A school's place in a federal list.</summary>
public sealed record FederalMark(int ListId, int SchoolId, int Year, FederalLevel Level, string Document, string? DocumentNumber, DateOnly? DocumentDate);

/// <summary>Places of schools in federal lists.</summary>
/// <param name="Any">Whether there is a federal list at all for the reader: otherwise nothing is said of it.</param>
public sealed record FederalMarks(bool Any, ILookup<int, FederalMark> OfSchool);

/// <summary>In which federal lists schools stand, oldest first, within what the reader sees.</summary>
public sealed class FederalLevelQuery(PortalDb db)
{
    public async Task<FederalMarks> OfAsync(IReadOnlyCollection<int> schoolIds, CancellationToken cancellationToken)
    {
        var marks = await db.ImportedListSchools.Where(s => schoolIds.Contains(s.SchoolId))
            .OrderBy(s => s.List.Year)
            .Select(s => new FederalMark(s.ListId, s.SchoolId, s.List.Year, s.Level, s.List.Document, s.List.DocumentNumber, s.List.DocumentDate))
            .ToListAsync(cancellationToken);
        return new FederalMarks(marks.Count > 0 || await db.ImportedListSchools.AnyAsync(cancellationToken), marks.ToLookup(m => m.SchoolId));
    }

    /// <summary>The level of every school in its newest federal list: «умеренно (2022)».</summary>
    public async Task<IReadOnlyDictionary<int, string>> NewestAsync(CancellationToken cancellationToken)
    {
        var marks = await db.ImportedListSchools.OrderBy(s => s.List.Year).Select(s => new { s.SchoolId, s.List.Year, s.Level }).ToListAsync(cancellationToken);
        var newest = new Dictionary<int, string>();
        foreach (var mark in marks)
        {
            newest[mark.SchoolId] = $"{mark.Level.Word()} ({mark.Year})";
        }

        return newest;
    }
}
