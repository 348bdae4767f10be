using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// Rows whose code is one school's and whose name plainly another's: a wrong digit of a code would overwrite a stranger's result. They
/// are accepted, for names are written in many ways, but a person is told before anything is stored.
/// </summary>
public static class NameDoubts
{
    /// <summary>How the reason of such a row begins.</summary>
    public const string Mark = "Проверьте школу:";

    /// <summary>The name a row gives without the code in brackets after it; empty where the row has the code alone.</summary>
    /// <param name="written">«МКОУ ООШ с. Подгорное(edu221907)», «МКОУ ООШ с. Подгорное (1907)».</param>
    /// <param name="code">Digits of the code; null where the row has none and is all name.</param>
    public static string NameIn(string written, string? code)
    {
        if (code is null)
        {
            return written.Trim();
        }

        var bracket = written.LastIndexOf('(');
        var name = (bracket > 0 ? written[..bracket] : written).Trim();
        return bracket > 0 || !name.EndsWith(code, StringComparison.Ordinal) ? name : name[..^code.Length].Any(char.IsWhiteSpace) ? name : "";
    }

    /// <summary>Marks the rows of «judged» that would store under a code what their name says is another school's.</summary>
    internal static async Task NoteNameDoubtsAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        // A row that has the name as the registry writes it is not worth a look; a school that a person has named is not doubted.
        var asked = await db.Database.SqlQuery<Asked>(
            $"""
            select distinct j.as_written as "Written", j.code as "Code", j.school_id as "SchoolId"
            from judged j join schools s on s.id = j.school_id
            where j.outcome in ('New', 'Changed') and j.code is not null and position(lower(s.name) in lower(j.as_written)) = 0
              and exists (select 1 from school_codes c where c.school_id = j.school_id and c.value = j.code)
            """).ToListAsync(cancellationToken);
        if (asked.Count == 0)
        {
            return;
        }

        var ids = asked.Select(a => a.SchoolId).ToHashSet();
        var schools = await db.Schools.Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.FullName,
                Former = s.FormerNames.Select(n => n.Name).ToList(),
                Kin = db.Schools.Where(k => k.Id == s.HeadSchoolId || k.HeadSchoolId == s.Id).Select(k => k.Name).ToList(),
            })
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        var doubted = asked
            .Select(a => (Asked: a, Name: NameIn(a.Written, a.Code), School: schools[a.SchoolId]))
            .Where(a => SchoolNames.ProperNamesAgree(a.Name, a.School.Name) == false
                && !a.School.Former.Concat(a.School.Kin).Append(a.School.FullName ?? "").Any(n => SchoolNames.ProperNamesAgree(a.Name, n) == true))
            .ToList();
        if (doubted.Count == 0)
        {
            return;
        }

        string[] written = [.. doubted.Select(d => d.Asked.Written)];
        string[] codes = [.. doubted.Select(d => d.Asked.Code)];
        string[] remarks = [.. doubted.Select(d => $"{Mark} в строке названа «{d.Name}», а код {d.Asked.Code} в реестре — «{d.School.Name}».")];
        await db.Database.ExecuteSqlAsync(
            $"""
            update judged j set reason = concat_ws(' ', d.remark, j.reason)
            from unnest({written}, {codes}, {remarks}) as d(written, code, remark)
            where j.outcome in ('New', 'Changed') and j.as_written = d.written and j.code = d.code
            """,
            cancellationToken);
    }

    private sealed record Asked(string Written, string Code, int SchoolId);
}
