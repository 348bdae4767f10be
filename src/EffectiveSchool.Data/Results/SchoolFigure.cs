using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Results;

/// <summary>
/// A file with figures of schools that are no results (показатели школы). It is kept in a batch of its own and read again at
/// every step, as a federal list is.
/// </summary>
public sealed class FigureUpload
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    /// <summary>The municipality of the sender; null where the region sent it.</summary>
    public int? MunicipalityId { get; set; }

    public required int BatchId { get; set; }

    public required int FileId { get; set; }

    /// <summary>Since when its figures are stored; null before that and after an undo.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Stores it. Returns a refusal, or null.</summary>
    public string? Apply(DateTimeOffset now)
    {
        if (AppliedAt is not null || UndoneAt is not null)
        {
            return "Этот файл уже записан или отменён. Загрузите его ещё раз.";
        }

        AppliedAt = now;
        return null;
    }

    /// <summary>Takes it back. Returns a refusal, or null.</summary>
    public string? Undo(DateTimeOffset now)
    {
        if (AppliedAt is null)
        {
            return UndoneAt is null ? "Файл ещё не записан: отменять нечего." : "Этот файл уже отменён.";
        }

        (AppliedAt, UndoneAt) = (null, now);
        return null;
    }
}

/// <summary>
/// A figure of a school in a year with the file, sheet and row it came from. Rows are only added: a later upload stands before an
/// earlier one, and where it is taken back the earlier one stands again. A figure nobody told has no row.
/// </summary>
public sealed class SchoolFigure
{
    public long Id { get; set; }

    public required int RegionId { get; set; }

    public required int SchoolId { get; set; }

    public required int UploadId { get; set; }

    public required int FileId { get; set; }

    public required int Year { get; set; }

    public required SchoolFigureKind Kind { get; set; }

    /// <summary>A count; of a yes or no 1 and 0.</summary>
    public required int Value { get; set; }

    public string? Sheet { get; set; }

    public required int Row { get; set; }

    /// <summary>When its upload was taken back; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    public School School { get; set; } = null!;
}

/// <summary>Which figures stand.</summary>
public static class SchoolFigures
{
    /// <summary>Of each school, year and kind the one that was stored last and not taken back.</summary>
    public static IQueryable<SchoolFigure> Standing(this PortalDb db) => db.SchoolFigures.Where(f => f.UndoneAt == null
        && !db.SchoolFigures.Any(later => later.UndoneAt == null && later.Id > f.Id && later.SchoolId == f.SchoolId && later.Year == f.Year && later.Kind == f.Kind));
}
