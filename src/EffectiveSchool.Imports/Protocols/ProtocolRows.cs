using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>
/// Reads the rows of a protocol: one pupil each. A row is refused by its number and never quoted: what stands in a wrong
/// column may be a name.
/// </summary>
internal sealed class ProtocolRows
{
    private const string Fix = "Исправьте строку в протоколе и загрузите его снова.";

    private readonly ProtocolColumns _columns;
    private readonly ProtocolTitle _title;
    private readonly Func<string, int, int?> _threshold;
    private readonly ProtocolSums _sums;
    private readonly ProtocolRemarks _remarks;
    private readonly HashSet<(ProtocolKey, string)> _pupils = [];
    private readonly List<int> _resits = [];
    private readonly List<int> _pastGraduates = [];
    private readonly List<int> _absent = [];
    private readonly List<int> _repeated = [];

    private ProtocolRows(ProtocolColumns columns, ProtocolTitle title, Func<string, int, int?> threshold, ProtocolSums sums, ProtocolRemarks remarks) =>
        (_columns, _title, _threshold, _sums, _remarks) = (columns, title, threshold, sums, remarks);

    /// <summary>The reader, or null where the table lacks a column and was refused.</summary>
    public static ProtocolRows? Create(ProtocolColumns columns, ProtocolTitle title, Func<string, int, int?> threshold, ProtocolSums sums, ProtocolRemarks remarks)
    {
        string?[] missing =
        [
            columns.Has(ProtocolColumn.Code) || title.Code is not null ? null : "«Код школы»",
            columns.Has(ProtocolColumn.Procedure) || title.Procedure is not null ? null : "«Предмет»",
            columns.Has(ProtocolColumn.Year) || columns.Has(ProtocolColumn.Date) || title.Year is not null ? null : "«Год» или «Дата экзамена»",
            columns.HasVerdict ? null : "«Балл» или «Отметка»",
        ];
        if (Array.TrueForAll(missing, m => m is null))
        {
            return new ProtocolRows(columns, title, threshold, sums, remarks);
        }

        remarks.RefuseSheet($"В протоколе нет столбца {string.Join(", ", missing.OfType<string>())}. Фамилии не сохранены.", "Добавьте столбец и загрузите протокол снова.");
        return null;
    }

    public void Read(TableRow row)
    {
        if (_columns.Names.TrueForAll(n => row[n].IsEmpty))
        {
            // Totals and signatures under the table name nobody in the columns of names.
            return;
        }

        if (IsLeftOut(row) is not false || Key(row) is not { } key || !TryVerdict(row, key, out var failed, out var mark, out var score) || failed is not { } known)
        {
            return;
        }

        if (!_pupils.Add((key, string.Join(' ', _columns.Names.Select(n => CellText.Heading(row[n]))))))
        {
            _repeated.Add(row.Number);
        }

        _sums.Add(key, known, mark, score);
    }

    public void Finish()
    {
        _remarks.Note(_resits, "Пересдачи не учтены");
        _remarks.Note(_pastGraduates, "Выпускники прошлых лет не учтены");
        _remarks.Note(_absent, "Не явились или без результата");
        _remarks.Note(_repeated, "Участник с тем же именем уже есть в этой школе и процедуре, учтены оба — проверьте, не повтор ли это");
        _pupils.Clear();
    }

    /// <summary>True: a resit or a graduate of past years; null: the row was refused.</summary>
    private bool? IsLeftOut(TableRow row)
    {
        var stage = CellText.Heading(_columns.Cell(row, ProtocolColumn.Stage));
        if (stage.StartsWith("ПЕРЕСДАЧ", StringComparison.Ordinal) || stage.StartsWith("ПОВТОРН", StringComparison.Ordinal) || stage.StartsWith("ДОПОЛНИТ", StringComparison.Ordinal))
        {
            _resits.Add(row.Number);
            return true;
        }

        if (stage.Length > 0 && !stage.StartsWith("ОСНОВН", StringComparison.Ordinal) && !stage.StartsWith("РЕЗЕРВ", StringComparison.Ordinal) && !stage.StartsWith("ДОСРОЧН", StringComparison.Ordinal))
        {
            Refuse(row, ProtocolColumn.Stage, "Этап не распознан: ожидается «основной», «резервный», «досрочный» или «пересдача».");
            return null;
        }

        var past = CellText.Heading(_columns.Cell(row, ProtocolColumn.PastGraduates));
        if (past is "ДА" or "1" || past.StartsWith("ВПЛ", StringComparison.Ordinal) || past.Contains("ПРОШЛЫХ ЛЕТ", StringComparison.Ordinal))
        {
            _pastGraduates.Add(row.Number);
            return true;
        }

        return false;
    }

    private ProtocolKey? Key(TableRow row)
    {
        var code = Code(_columns.Has(ProtocolColumn.Code) ? CellText.Clean(_columns.Cell(row, ProtocolColumn.Code).Text) : _title.Code ?? "");
        if (code is null)
        {
            Refuse(row, ProtocolColumn.Code, "Код школы не указан или записан не цифрами.");
            return null;
        }

        var procedure = _columns.Has(ProtocolColumn.Procedure) && !_columns.Cell(row, ProtocolColumn.Procedure).IsEmpty
            ? ProtocolTitle.ProcedureIn(_title.Exam, CellText.Clean(_columns.Cell(row, ProtocolColumn.Procedure).Text))
            : _title.Procedure;
        if (procedure is null or Procedures.UnitedMathEge)
        {
            Refuse(row, ProtocolColumn.Procedure, procedure is null
                ? "Предмет не распознан: ожидается, например, «ОГЭ русский язык» или «ЕГЭ математика профильная»."
                : "Математика ЕГЭ без уровня: ожидается «база» или «профиль».");
            return null;
        }

        var year = CellText.Year(_columns.Cell(row, ProtocolColumn.Year)) ?? CellText.Date(_columns.Cell(row, ProtocolColumn.Date))?.Year ?? _title.Year;
        if (year is null)
        {
            Refuse(row, _columns.Has(ProtocolColumn.Year) ? ProtocolColumn.Year : ProtocolColumn.Date, "Год экзамена не распознан: ожидаются четыре цифры или дата.");
            return null;
        }

        var kind = CellText.Heading(_columns.Cell(row, ProtocolColumn.CodeKind)) is "ФИС ОКО" or "ОГЭ" or "ЕГЭ" or "ИНН" ? CellText.Clean(_columns.Cell(row, ProtocolColumn.CodeKind).Text) : _columns.CodeKind;
        return new ProtocolKey(code, kind, procedure, year.Value);
    }

    /// <summary>The verdict on a pupil: by the protocol's own word, by the mark, else by the score; none where there is no result.</summary>
    private bool TryVerdict(TableRow row, ProtocolKey key, out bool? failed, out int? mark, out decimal? score)
    {
        (failed, mark, score) = (null, null, null);
        var isBase = key.Procedure == Procedures.BaseMathEge;
        var scoreColumn = key.Procedure.StartsWith("ЕГЭ", StringComparison.Ordinal) || !_columns.Has(ProtocolColumn.PrimaryScore) ? ProtocolColumn.Score : ProtocolColumn.PrimaryScore;
        if (!TryNumber(row, ProtocolColumn.Mark, 2, 5, "отметка от 2 до 5", out var markFigure) || !TryNumber(row, scoreColumn, 0, 100, "балл от 0 до 100", out score))
        {
            return false;
        }

        // «Балл» of the base level is the mark itself.
        mark = (int?)markFigure ?? (isBase && score is >= 2 and <= 5 ? (int)score : null);
        var said = CellText.Heading(_columns.Cell(row, ProtocolColumn.Failed));
        if (said is "ДА" or "1" or "НЕТ" or "0")
        {
            failed = said is "ДА" or "1";
        }
        else if (mark is { } known)
        {
            failed = known == 2;
        }
        else if (score is not { } points)
        {
            _absent.Add(row.Number);
        }
        else if (_threshold(key.Procedure, key.Year) is { } least)
        {
            failed = points < least;
        }
        else
        {
            Refuse(row, ProtocolColumn.Mark, $"{key.Procedure}: по одному баллу не узнать, преодолён ли порог, а отметки нет.");
            return false;
        }

        return true;
    }

    private bool TryNumber(TableRow row, ProtocolColumn column, int least, int most, string expected, out decimal? figure)
    {
        var cell = _columns.Cell(row, column);
        figure = CellText.Number(cell);
        var isAbsent = CellText.IsNoData(cell) || CellText.Heading(cell) is "Н Я" or "НЯ" or "НЕЯВКА" or "НЕ ЯВИЛСЯ" or "НЕ ЯВИЛАСЬ" or "УДАЛЕН" or "УДАЛЕНА";
        if (figure is { } number ? number >= least && number <= most && (column != ProtocolColumn.Mark || decimal.IsInteger(number)) : isAbsent)
        {
            return true;
        }

        Refuse(row, column, $"В ячейке не {expected}.");
        return false;
    }

    private void Refuse(TableRow row, ProtocolColumn column, string reason) => _remarks.Refuse(row, _columns.Place(column), reason, Fix);

    /// <summary>Latin letters and digits of a short code; null where it is none, so that no other text passes on.</summary>
    private static string? Code(string written)
    {
        var code = string.Concat(written.Where(c => char.IsAsciiLetterOrDigit(c)));
        return code.Count(char.IsAsciiDigit) is >= 3 and <= 13 && code.Length <= 16 && written.All(c => char.IsAsciiLetterOrDigit(c) || char.IsWhiteSpace(c) || char.IsPunctuation(c)) ? code : null;
    }
}
