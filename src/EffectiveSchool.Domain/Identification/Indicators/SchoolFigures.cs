using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>A figure of a school in a year that is no result of a procedure (показатель школы).</summary>
public enum SchoolFigureKind
{
    /// <summary>Обучающихся.</summary>
    Pupils,

    /// <summary>Обучающихся — участников регионального и заключительного этапов олимпиад.</summary>
    OlympiadPupils,

    /// <summary>Выпускников 9 класса.</summary>
    GradeNineLeavers,

    /// <summary>Из них перешли в 10 класс.</summary>
    WentToGradeTen,

    /// <summary>Устойчивый Интернет: 1 — есть, 0 — нет.</summary>
    StableInternet,

    /// <summary>Компьютеров достаточно: 1 — да, 0 — нет.</summary>
    EnoughComputers,

    /// <summary>Вакансий педагогов.</summary>
    TeacherVacancies,
}

/// <summary>A figure of a school as a run reads it.</summary>
/// <param name="Kind">Which figure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">A count, ≥ 0; of a yes or no 1 and 0.</param>
/// <param name="Source">File, sheet and row.</param>
public sealed record FigureFact(SchoolFigureKind Kind, int Year, int Value, ResultSource Source);

/// <summary>Means of one school in one procedure and year, as the indicators need them.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Participants: the weight of the mean score in the region's.</param>
/// <param name="MeanScore">Mean score as the file gives it; null where it gives none.</param>
/// <param name="Twos">Marks «2»; null, as the other three, where marks are not known.</param>
/// <param name="Threes">Marks «3».</param>
/// <param name="Fours">Marks «4».</param>
/// <param name="Fives">Marks «5».</param>
/// <param name="Source">File, sheet and row.</param>
public sealed record ScoreFact(
    string Procedure, int Year, int Participants, decimal? MeanScore, int? Twos, int? Threes, int? Fours, int? Fives, ResultSource Source)
{
    /// <summary>How many marks are known.</summary>
    public int Marks => Twos is { } twos && Threes is { } threes && Fours is { } fours && Fives is { } fives ? twos + threes + fours + fives : 0;

    /// <summary>The marks added up.</summary>
    public int MarkSum => Marks == 0 ? 0 : (2 * Twos!.Value) + (3 * Threes!.Value) + (4 * Fours!.Value) + (5 * Fives!.Value);

    /// <summary>The mean mark, 2…5; null where marks are not known.</summary>
    public decimal? MeanMark => Marks == 0 ? null : (decimal)MarkSum / Marks;

    /// <summary>The mean score where somebody took part and the file gives one.</summary>
    public decimal? KnownScore => Participants > 0 ? MeanScore : null;
}
