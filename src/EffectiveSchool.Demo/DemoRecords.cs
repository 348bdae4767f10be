using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Demo;

/// <summary>A municipality of the demo region.</summary>
/// <param name="Index">Place in the list, from 0.</param>
/// <param name="Name">«Приозёрный район», «г. Заречный».</param>
/// <param name="FisOkoCode">«reg99_m001».</param>
public sealed record DemoMunicipality(int Index, string Name, string FisOkoCode);

/// <summary>A code of a school.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Digits">Digits, unique within the kind.</param>
public sealed record DemoCode(SchoolCodeKind Kind, string Digits);

/// <summary>A school of the demo region.</summary>
/// <param name="Index">Place in the list, from 0; the list goes municipality by municipality.</param>
/// <param name="Name">«МБОУ СОШ № 4 г. Заречный».</param>
/// <param name="FullName">The same without abbreviations.</param>
/// <param name="Type">Type.</param>
/// <param name="Status">Working, merged or closed.</param>
/// <param name="LegalForm">«МБОУ», «МКОУ» …</param>
/// <param name="MunicipalityIndex">Its municipality.</param>
/// <param name="HeadIndex">The head school of a branch, of the same municipality; otherwise null.</param>
/// <param name="Settlement">Town or village.</param>
/// <param name="Pupils">Number of pupils.</param>
/// <param name="Teachers">Number of teachers.</param>
/// <param name="Site">An address under the reserved domain .example.</param>
/// <param name="Contacts">An office, never a person.</param>
/// <param name="Principal">«Директор СОШ с. Ключевое»: a role, never a name.</param>
/// <param name="Codes">Codes; a branch has neither ИНН nor ОГРН of its own.</param>
/// <param name="FormerName">The name it bore before, or null.</param>
/// <param name="FormerNameUntil">The last day of that name, or null.</param>
public sealed record DemoSchool(
    int Index,
    string Name,
    string FullName,
    SchoolType Type,
    SchoolStatus Status,
    string LegalForm,
    int MunicipalityIndex,
    int? HeadIndex,
    SettlementKind Settlement,
    int Pupils,
    int Teachers,
    string Site,
    string Contacts,
    string Principal,
    IReadOnlyList<DemoCode> Codes,
    string? FormerName = null,
    DateOnly? FormerNameUntil = null)
{
    /// <summary>The six digits of the ФИС ОКО login, which every school has.</summary>
    public string FisOkoDigits => Codes[0].Digits;
}

/// <summary>A result of a school.</summary>
/// <param name="SchoolIndex">The school.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Participants, ≥ 0.</param>
/// <param name="Failed">Failed, 0…Participants.</param>
/// <param name="Marks">Marks, where the procedure gives them: they add up to the participants, twos are the failed.</param>
/// <param name="MeanScore">Mean test score 0…100 of ЕГЭ РУ and ЕГЭ МА профиль; otherwise null.</param>
public sealed record DemoResult(
    int SchoolIndex,
    string Procedure,
    int Year,
    int Participants,
    int Failed,
    MarkCounts? Marks,
    decimal? MeanScore);

/// <summary>Kinds of special cases that are planted.</summary>
public enum DemoDefectKind
{
    /// <summary>Exactly 30 % failed in one procedure.</summary>
    ExactlyAtThreshold,

    /// <summary>Fewer than ten took part.</summary>
    SmallSample,

    /// <summary>One procedure was not uploaded.</summary>
    MissingProcedure,

    /// <summary>A row with no participants.</summary>
    NoParticipants,

    /// <summary>Nothing was uploaded for the school.</summary>
    NoResults,

    /// <summary>A branch with results of its own.</summary>
    Branch,

    /// <summary>The school was renamed.</summary>
    Renamed,

    /// <summary>The school was merged into another after the year before.</summary>
    Merged,

    /// <summary>The school was closed after the year before.</summary>
    Closed,

    /// <summary>One more failed pupil would list the school.</summary>
    OnTheEdge,

    /// <summary>Listed by criterion A alone, in both versions of B.</summary>
    ListedByAOnly,

    /// <summary>Listed by criterion B alone, in both versions.</summary>
    ListedByBOnly,

    /// <summary>Listed by A and B.</summary>
    ListedByAAndB,

    /// <summary>Listed by the version «any procedure» and not by «same procedure».</summary>
    ListedByAnyProcedureOnly,
}

/// <summary>A special case that was planted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SchoolIndex">The school.</param>
/// <param name="Procedure">The procedure it sits in, where it is one.</param>
/// <param name="Year">The year it sits in, where it is one.</param>
public sealed record DemoDefect(DemoDefectKind Kind, int SchoolIndex, string? Procedure, int? Year);
