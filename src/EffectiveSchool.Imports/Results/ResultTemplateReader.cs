using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads the portal's aggregated template: one row for a school, procedure and year (domain.md §13).</summary>
internal sealed class ResultTemplateReader(TemplateColumns columns, Findings findings, string? sheet) : TemplateReader(columns, findings, sheet)
{
    private static readonly TemplateColumn[] Marks = [TemplateColumn.Twos, TemplateColumn.Threes, TemplateColumn.Fours, TemplateColumn.Fives];
    private readonly List<int> _resits = [];
    private readonly List<int> _pastGraduates = [];

    public override ResultFileFormat Format => ResultFileFormat.ResultTemplate;

    protected override IReadOnlyList<TemplateColumn> Figures { get; } = [TemplateColumn.Participants, TemplateColumn.Failed, TemplateColumn.MeanScore, .. Marks];

    public override IEnumerable<SectionDraft> Finish()
    {
        Findings.Note(Sheet, _resits, "Пересдачи не учитываются: результат берётся до пересдач");
        Findings.Note(Sheet, _pastGraduates, "Выпускники прошлых лет не учитываются");
        return base.Finish();
    }

    protected override ResultRow? ReadResult(TableRow row, SchoolMention school, string procedure, int year)
    {
        if (IsLeftOut(row, school) is not false || ReadParticipants(row, school) is not { } participants)
        {
            return null;
        }

        if (!TryCount(row, TemplateColumn.Failed, school, out var failed) || !TryMarks(row, school, out var marks))
        {
            return null;
        }

        var counted = failed ?? marks[0] ?? (participants == 0 ? 0 : null);
        if (counted is not { } known)
        {
            Refuse(row, TemplateColumn.Failed, school.AsWritten, "Не указано, сколько участников не преодолели порог.", "Укажите число; если таких нет, укажите 0.");
            return null;
        }

        if (!Fits(row, school, participants, known, marks) || !TryMeanScore(row, school, out var mean) || !TryVersion(row, school, out var version))
        {
            return null;
        }

        var all = marks is [{ } twos, { } threes, { } fours, { } fives] ? new MarkCounts(twos, threes, fours, fives) : null;
        return new ResultRow(Sheet, school, procedure, year, participants, known, null, all, mean, version);
    }

    /// <summary>True: resit or graduates of past years; null: the row was refused.</summary>
    private bool? IsLeftOut(TableRow row, SchoolMention school)
    {
        var stage = CellText.Heading(Columns.Cell(row, TemplateColumn.Stage));
        string[] resits = ["ПЕРЕСДАЧ", "ПОВТОРН", "ДОПОЛНИТ"];
        string[] main = ["ОСНОВН", "РЕЗЕРВ", "ДОСРОЧН"];
        if (Array.Exists(resits, r => stage.StartsWith(r, StringComparison.Ordinal)))
        {
            _resits.Add(row.Number);
            return true;
        }

        if (stage.Length > 0 && !Array.Exists(main, m => stage.StartsWith(m, StringComparison.Ordinal)))
        {
            Refuse(row, TemplateColumn.Stage, school.AsWritten, $"Этап «{Text(row, TemplateColumn.Stage)}» не распознан.", "Напишите «основной» или «пересдача».");
            return null;
        }

        switch (CellText.Heading(Columns.Cell(row, TemplateColumn.PastGraduates)))
        {
            case "" or "НЕТ" or "0" or "НЕ":
                return false;
            case "ДА" or "1" or "ВПЛ":
                _pastGraduates.Add(row.Number);
                return true;
            default:
                Refuse(row, TemplateColumn.PastGraduates, school.AsWritten, $"ВПЛ «{Text(row, TemplateColumn.PastGraduates)}»: ожидается «да» или «нет».", "Напишите «да», если строка о выпускниках прошлых лет, иначе «нет».");
                return null;
        }
    }

    private int? ReadParticipants(TableRow row, SchoolMention school)
    {
        if (!TryCount(row, TemplateColumn.Participants, school, out var participants))
        {
            return null;
        }

        if (participants is null)
        {
            if (Figures.Skip(1).Any(f => CellText.Number(Columns.Cell(row, f)) is > 0))
            {
                Refuse(row, TemplateColumn.Participants, school.AsWritten, "Нет числа участников, а другие числа в строке есть.", "Укажите число участников.");
            }
            else
            {
                RowsWithoutData.Add(row.Number);
            }
        }

        return participants;
    }

    private bool TryMarks(TableRow row, SchoolMention school, out int?[] marks)
    {
        marks = new int?[Marks.Length];
        for (var i = 0; i < Marks.Length; i++)
        {
            if (!TryCount(row, Marks[i], school, out marks[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(TableRow row, SchoolMention school, int participants, int failed, int?[] marks)
    {
        if (failed > participants)
        {
            Refuse(row, TemplateColumn.Failed, school.AsWritten, $"Не преодолели порог {failed}, а участников {participants}.", "Проверьте оба числа.");
            return false;
        }

        if (marks[0] is { } twos && twos != failed)
        {
            Refuse(row, TemplateColumn.Twos, school.AsWritten, $"Отметок «2» {twos}, а не преодолели порог {failed}: числа должны совпадать.", "Проверьте оба числа.");
            return false;
        }

        if (marks.All(m => m is not null) && marks.Sum() != participants)
        {
            Refuse(row, TemplateColumn.Twos, school.AsWritten, $"Отметок 2–5 всего {marks.Sum()}, а участников {participants}.", "Проверьте отметки и число участников.");
            return false;
        }

        return true;
    }

    private bool TryCount(TableRow row, TemplateColumn column, SchoolMention school, out int? count)
    {
        var cell = Columns.Cell(row, column);
        count = CellText.Count(cell);
        if (count is null && !CellText.IsNoData(cell))
        {
            Refuse(row, column, school.AsWritten, $"«{column.Heading()}» записано как «{Text(row, column)}»: ожидается целое число не меньше 0.", "Укажите число или оставьте ячейку пустой.");
            return false;
        }

        return true;
    }

    private bool TryMeanScore(TableRow row, SchoolMention school, out decimal? mean)
    {
        var cell = Columns.Cell(row, TemplateColumn.MeanScore);
        mean = CellText.Number(cell);
        if (mean is < 0 or > 100 || (mean is null && !CellText.IsNoData(cell)))
        {
            Refuse(row, TemplateColumn.MeanScore, school.AsWritten, $"Средний балл «{Text(row, TemplateColumn.MeanScore)}»: ожидается число от 0 до 100.", "Укажите число или оставьте ячейку пустой.");
            return false;
        }

        return true;
    }

    private bool TryVersion(TableRow row, SchoolMention school, out ResultVersion? version)
    {
        var heading = CellText.Heading(Columns.Cell(row, TemplateColumn.Version));
        version = heading switch
        {
            ['П', 'Р', 'Е', 'Д', ..] => ResultVersion.Preliminary,
            ['У', 'Т', 'О', 'Ч', ..] => ResultVersion.Refined,
            ['И', 'Т', 'О', 'Г', ..] => ResultVersion.Final,
            _ => null,
        };
        if (version is null && heading.Length > 0)
        {
            Refuse(row, TemplateColumn.Version, school.AsWritten, $"Версия «{Text(row, TemplateColumn.Version)}» не распознана.", "Напишите «предварительный», «уточнённый» или «итоговый».");
            return false;
        }

        return true;
    }
}
