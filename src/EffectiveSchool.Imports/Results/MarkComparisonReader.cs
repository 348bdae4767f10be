using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>A layout that brings comparisons with the journal rather than results.</summary>
internal interface IComparisonReader
{
    /// <summary>The comparisons read, after the last row.</summary>
    IReadOnlyList<ComparisonSection> Comparisons { get; }
}

/// <summary>Reads ФИС ОКО «Сравнение отметок с отметками по журналу» (domain.md §13).</summary>
internal sealed class MarkComparisonReader : SheetReader, IComparisonReader
{
    private static readonly SchoolCodeKind[] FisOko = [SchoolCodeKind.FisOko];
    private static readonly string[] SampleWords = ["ВСЯ ВЫБОРКА", "РОССИЯ", "РОССИЙСКАЯ ФЕДЕРАЦИЯ", "РФ"];

    private readonly MarkComparisonColumns _columns;
    private readonly MarkStatisticsTitle _title;
    private readonly List<ComparisonRow> _rows = [];
    private readonly List<ControlTotal> _totals = [];
    private bool _isFirst = true;
    private string _municipality = "";
    private string? _municipalityCode;

    private MarkComparisonReader(MarkComparisonColumns columns, MarkStatisticsTitle title, Findings findings, string? sheet)
        : base(findings, sheet) => (_columns, _title) = (columns, title);

    public override ResultFileFormat Format => ResultFileFormat.MarkComparison;

    public IReadOnlyList<ComparisonSection> Comparisons => [new ComparisonSection(Sheet, _title.Procedure, _title.Year, _columns.Recognised, _rows, Totals())];

    /// <summary>The reader, or null where the sheet was refused.</summary>
    public static MarkComparisonReader? Create(MarkComparisonColumns columns, IReadOnlyList<TableRow> preamble, Findings findings, string? sheet)
    {
        const string again = "Выгрузите отчёт «Сравнение отметок с отметками по журналу» заново и не меняйте его столбцы.";
        if (!columns.IsWhole || columns.Participants < 0)
        {
            findings.RefuseSheet(sheet, "В таблице нет столбца «Кол-во участников» или одного из столбцов «Понизили», «Подтвердили», «Повысили».", again);
            return null;
        }

        if (MarkStatisticsTitle.Read(preamble, out var refusal) is not { } title)
        {
            findings.RefuseSheet(sheet, refusal!, "Выгрузите отчёт заново и не удаляйте строки над таблицей.");
            return null;
        }

        if (findings.RefusalOf(title.Year) is { } future)
        {
            findings.RefuseSheet(sheet, future, "Исправьте год в строке над таблицей или выгрузите отчёт заново.");
            return null;
        }

        MarkStatisticsReader.Compare(title, findings, sheet);
        return new MarkComparisonReader(columns, title, findings, sheet);
    }

    public override void Read(TableRow row)
    {
        if (_isFirst)
        {
            _isFirst = false;
            if (_columns.TakeSecondRow(row))
            {
                return;
            }
        }

        var written = CellText.Clean(row[_columns.Group].Text);
        if (SchoolLogin.Find(written) is { } login)
        {
            ReadSchool(row, written, login);
        }
        else if (written.Length == 0)
        {
            if (CellText.Number(row[_columns.Participants]) is not null)
            {
                Findings.Refuse(Sheet, row, _columns.Group, "", "В строке есть числа, но нет названия школы.", "Укажите название школы с логином ФИС ОКО в скобках или удалите строку.");
            }
        }
        else if (!IsTotal(row, written))
        {
            Findings.Refuse(
                Sheet, row, _columns.Group, written,
                $"«{written}»: в названии нет логина ФИС ОКО, школу не узнать.",
                "Допишите в скобках логин школы: edu, sch или ksh и шесть цифр.");
        }
    }

    protected override IEnumerable<SectionDraft> Sections() => [];

    private void ReadSchool(TableRow row, string written, SchoolLogin login)
    {
        var digits = SchoolCodes.Normalise(SchoolCodeKind.FisOko, login.Login, out var wrongCode);
        if (digits is null)
        {
            Findings.Refuse(Sheet, row, _columns.Group, written, wrongCode!, "Исправьте логин в скобках: edu, sch или ksh и шесть цифр.");
            return;
        }

        var cell = row[_columns.Participants];
        if (CellText.Count(cell) is not { } participants)
        {
            if (CellText.IsNoData(cell))
            {
                RowsWithoutData.Add(row.Number);
            }
            else
            {
                Findings.Refuse(Sheet, row, _columns.Participants, written, $"Число участников «{CellText.Clean(cell.Text)}»: ожидается целое число.", "Укажите число или «не проводилась».");
            }
        }
        else if (participants == 0)
        {
            RowsWithoutData.Add(row.Number);
        }
        else if (ReadComparison(row, written, participants) is { } comparison)
        {
            var school = new SchoolMention(row.Number, row.Address(_columns.Group), written, digits, FisOko, login.Name, _municipality, _municipalityCode);
            _rows.Add(new ComparisonRow(Sheet, school, _title.Procedure, _title.Year, comparison));
        }
    }

    private JournalComparison? ReadComparison(TableRow row, string written, int participants)
    {
        var counts = new int?[_columns.Counts.Length];
        var percents = new decimal?[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (!Take(row, written, _columns.Counts[i], CellText.Count, "целое число", out counts[i]) || !Take(row, written, _columns.Percents[i], CellText.Number, "число процентов", out percents[i]))
            {
                return null;
            }
        }

        var comparison = JournalComparison.Restore(participants, counts, percents, out var refusal);
        if (refusal is { } wrong)
        {
            int[] places = [.. (wrong.Part is { } part ? new[] { _columns.Percents[part], _columns.Counts[part] } : [.. _columns.Percents, .. _columns.Counts]).Where(c => c >= 0)];
            Findings.Refuse(Sheet, row, places.Min(), written, wrong.Sentence, $"Проверьте ячейки {row.Addresses(places)} и число участников в {row.Address(_columns.Participants)}.");
        }

        return comparison;
    }

    /// <summary>The figure of a cell; false where something else stands there.</summary>
    private bool Take<T>(TableRow row, string written, int column, Func<TableCell, T?> read, string expected, out T? figure)
        where T : struct
    {
        var cell = column < 0 ? default : row[column];
        figure = read(cell);
        if (figure is null && !CellText.IsNoData(cell))
        {
            Findings.Refuse(Sheet, row, column, written, $"Записано «{CellText.Clean(cell.Text)}»: ожидается {expected}.", "Исправьте ячейку или выгрузите отчёт заново.");
            return false;
        }

        return true;
    }

    private bool IsTotal(TableRow row, string written)
    {
        var heading = SchoolNames.ForSearch(written);
        var schools = _columns.Schools < 0 ? null : CellText.Count(row[_columns.Schools]);
        if (SampleWords.Contains(heading))
        {
            AddTotal(ControlTotalKind.Sample, row, written, null, schools);
        }
        else if (MarkStatisticsReader.MunicipalityIn(written) is { } municipality)
        {
            (_municipality, _municipalityCode) = municipality;
            AddTotal(ControlTotalKind.Municipality, row, _municipality, _municipalityCode, schools);
        }
        else if (heading.Split(' ')[0] is "ИТОГО" or "ВСЕГО")
        {
            return true;
        }
        else if (_rows.Count == 0 && !_totals.Exists(t => t.Kind != ControlTotalKind.Sample))
        {
            AddTotal(ControlTotalKind.Region, row, written, null, schools);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void AddTotal(ControlTotalKind kind, TableRow row, string name, string? code, int? schools) =>
        _totals.Add(new ControlTotal(kind, row.Number, name, code, schools, CellText.Count(row[_columns.Participants]), null, 0, 0, 0));

    private List<ControlTotal> Totals()
    {
        var byMunicipality = _rows.ToLookup(r => r.School.MunicipalityCode ?? r.School.Municipality, StringComparer.Ordinal);
        return _totals.ConvertAll(total =>
        {
            ComparisonRow[] under = [.. total.Kind == ControlTotalKind.Municipality ? byMunicipality[total.Code ?? total.Name] : _rows];
            return total with { SchoolsCounted = under.Length, ParticipantsCounted = under.Sum(r => r.Comparison.Participants) };
        });
    }
}
