using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Lists;

/// <summary>Schools of a published annex as rows that name a school: what the registry is asked with.</summary>
public static class PublishedSchoolRows
{
    /// <summary>The row of a school. A code that cannot be one is left out: the school is then looked for by its name.</summary>
    /// <param name="school">As printed.</param>
    /// <param name="sheet">Sheet of the matrix; null for csv.</param>
    public static SchoolRow Of(PublishedSchool school, string? sheet)
    {
        ArgumentNullException.ThrowIfNull(school);
        var code = SchoolCodeReader.Read(new TableCell(school.Code), null, "ВПР ", out _);
        var written = school.Name.Length == 0 ? school.Code : school.Code.Length == 0 ? school.Name : $"{school.Name} ({school.Code})";
        return new SchoolRow(sheet, school.Row, $"строка {school.Row}", written, code?.Digits, code?.Kinds ?? [], school.Name, school.Municipality);
    }
}
