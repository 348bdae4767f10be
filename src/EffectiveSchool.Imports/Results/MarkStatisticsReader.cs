using System.Globalization;
using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads ФИС ОКО «Статистика по отметкам» (domain.md §13).</summary>
internal sealed partial class MarkStatisticsReader : SheetReader
{
    /// <summary>From here on two decimals of a percent fit several counts (see <see cref="MarkShares"/>).</summary>
    private const int AmbiguousFrom = 10_000;

    private static readonly string[] SampleWords = ["ВСЯ ВЫБОРКА", "РОССИЯ", "РОССИЙСКАЯ ФЕДЕРАЦИЯ", "РФ"];
    private static readonly string[] TotalWords = ["ИТОГО", "ВСЕГО"];
    private static readonly SchoolCodeKind[] FisOko = [SchoolCodeKind.FisOko];

    private readonly MarkStatisticsColumns _columns;
    private readonly SectionDraft _section;
    private string _municipality = "";
    private string? _municipalityCode;

    private MarkStatisticsReader(MarkStatisticsColumns columns, MarkStatisticsTitle title, Findings findings, string? sheet)
        : base(findings, sheet)
    {
        _columns = columns;
        _section = new SectionDraft(sheet, title.Procedure, title.Year, columns.Recognised) { Date = title.Date, MaxScore = title.MaxScore };
    }

    public override ResultFileFormat Format => ResultFileFormat.MarkStatistics;

    /// <summary>The reader, or null where the sheet was refused.</summary>
    public static MarkStatisticsReader? Create(MarkStatisticsColumns columns, IReadOnlyList<TableRow> preamble, Findings findings, string? sheet)
    {
        if (columns.Marks.Contains(-1))
        {
            findings.RefuseSheet(sheet, "В таблице нет столбцов «2», «3», «4», «5» с долями отметок.", "Выгрузите из ФИС ОКО отчёт «Статистика по отметкам».");
            return null;
        }

        if (columns.Participants < 0)
        {
            findings.RefuseSheet(sheet, "В таблице доли отметок без числа участников: количества по ним не восстановить.", "Выгрузите отчёт со столбцом «Кол-во участников».");
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

        Compare(title, findings, sheet);
        return new MarkStatisticsReader(columns, title, findings, sheet);
    }

    public override void Read(TableRow row)
    {
        var written = CellText.Clean(row[_columns.Group].Text);
        if (SchoolLogin.Find(written) is { } school)
        {
            ReadSchool(row, written, school);
        }
        else if (written.Length == 0)
        {
            RefuseNameless(row);
        }
        else if (!IsTotal(row, written))
        {
            RefuseWithoutLogin(row, written);
        }
    }

    protected override IEnumerable<SectionDraft> Sections() => [_section];

    /// <summary>Content wins over names of files and sheets; the difference is said.</summary>
    internal static void Compare(MarkStatisticsTitle title, Findings findings, string? sheet)
    {
        var year = title.Year.ToString(CultureInfo.InvariantCulture);
        var inName = AnyYear().Matches(findings.File).Select(m => m.Value).ToArray();
        if (inName.Length > 0 && !inName.Contains(year))
        {
            findings.Note(sheet, $"В имени файла год {inName[0]}, в таблице {year}: взят год из таблицы.");
        }

        if (sheet is not null && SubjectAndGrade().Match(sheet) is { Success: true } named
            && (named.Groups["subject"].Value != title.Subject || named.Groups["grade"].Value != title.Grade.ToString(CultureInfo.InvariantCulture)))
        {
            findings.Note(sheet, $"Лист называется «{sheet}», а таблица в нём — {title.Procedure}: взято из таблицы.");
        }

        if (title.Date is { } date && date.Year != title.Year)
        {
            findings.Note(sheet, $"В заголовке год {year}, а дата процедуры {date:dd.MM.yyyy}: взят год из заголовка.");
        }
    }

    private void ReadSchool(TableRow row, string written, SchoolLogin login)
    {
        var digits = SchoolCodes.Normalise(SchoolCodeKind.FisOko, login.Login, out var wrongCode);
        if (digits is null)
        {
            Findings.Refuse(Sheet, row, _columns.Group, written, wrongCode!, "Исправьте логин в скобках: edu, sch или ksh и шесть цифр.");
            return;
        }

        var school = new SchoolMention(
            row.Number, row.Address(_columns.Group), written, digits, FisOko, login.Name, _municipality, _municipalityCode);
        _section.Schools.Add(school);
        if (ReadResult(row, school) is { } result)
        {
            _section.Rows.Add(result);
        }
    }

    /// <summary>Without a login the file does not say which school it is; who knows the registry may say it.</summary>
    private void RefuseWithoutLogin(TableRow row, string written)
    {
        var refusal = new Refusal(
            Findings.File, Sheet, row.Number, row.Address(_columns.Group), written,
            $"«{written}»: в названии нет логина ФИС ОКО, школу не узнать.",
            "Допишите в скобках логин школы: edu, sch или ksh и шесть цифр.");
        var school = new SchoolMention(row.Number, row.Address(_columns.Group), written, "", [], written, _municipality, _municipalityCode);
        if (ReadResult(row, school) is { } result)
        {
            Findings.Unsettle(result, refusal);
        }
        else
        {
            Findings.Refuse(refusal);
        }
    }

    private ResultRow? ReadResult(TableRow row, SchoolMention school)
    {
        if (ReadParticipants(row, school.AsWritten) is not { } participants)
        {
            return null;
        }

        if (participants == 0)
        {
            return new ResultRow(Sheet, school, _section.Procedure, _section.Year, 0, 0);
        }

        return ReadMarks(row, school.AsWritten, participants) is { } marks
            ? new ResultRow(Sheet, school, _section.Procedure, _section.Year, participants, marks.Twos, null, marks)
            : null;
    }

    private int? ReadParticipants(TableRow row, string written)
    {
        var cell = row[_columns.Participants];
        if (CellText.Count(cell) is { } count)
        {
            if (count < AmbiguousFrom)
            {
                return count;
            }

            Findings.Refuse(Sheet, row, _columns.Participants, written, $"Участников {count}: столько в одной школе не бывает, и по долям с двумя знаками количества уже не восстановить.", "Проверьте число участников.");
            return null;
        }

        if (!CellText.IsNoData(cell))
        {
            Findings.Refuse(Sheet, row, _columns.Participants, written, $"Число участников «{CellText.Clean(cell.Text)}»: ожидается целое число.", "Укажите число или «не проводилась».");
        }
        else if (_columns.Marks.Any(m => CellText.Number(row[m]) is > 0))
        {
            Findings.Refuse(Sheet, row, _columns.Participants, written, "Нет числа участников: по одним долям количества не восстановить.", $"Укажите число участников в ячейке {row.Address(_columns.Participants)}.");
        }
        else
        {
            RowsWithoutData.Add(row.Number);
        }

        return null;
    }

    private MarkCounts? ReadMarks(TableRow row, string written, int participants)
    {
        var percents = new decimal[4];
        for (var i = 0; i < percents.Length; i++)
        {
            var cell = row[_columns.Marks[i]];
            if (CellText.Number(cell) is not { } percent)
            {
                var what = CellText.IsNoData(cell) ? $"Нет доли отметки «{i + 2}»" : $"Доля отметки «{i + 2}» записана как «{CellText.Clean(cell.Text)}»: ожидается число процентов";
                Findings.Refuse(Sheet, row, _columns.Marks[i], written, what + ".", "Укажите процент; если отметку никто не получил, укажите 0.");
                return null;
            }

            percents[i] = percent;
        }

        var marks = MarkShares.Restore(participants, percents, out var refusal);
        if (marks is null)
        {
            Findings.Refuse(Sheet, row, _columns.Marks[0], written, refusal!, $"Проверьте ячейки {row.Addresses(_columns.Marks)} и число участников в {row.Address(_columns.Participants)}.");
        }

        return marks;
    }

    private void RefuseNameless(TableRow row)
    {
        if (_columns.Marks.Append(_columns.Participants).Any(c => CellText.Number(row[c]) is not null))
        {
            Findings.Refuse(Sheet, row, _columns.Group, "", "В строке есть числа, но нет названия школы.", "Укажите название школы с логином ФИС ОКО в скобках или удалите строку.");
        }
    }

    /// <summary>«Вся выборка», the region, municipalities, «Итого»: kept to compare with, never judged.</summary>
    private bool IsTotal(TableRow row, string written)
    {
        var heading = SchoolNames.ForSearch(written);
        var schools = _columns.Schools < 0 ? null : CellText.Count(row[_columns.Schools]);
        if (SampleWords.Contains(heading))
        {
            AddTotal(ControlTotalKind.Sample, row, written, null, schools);
        }
        else if (MunicipalityIn(written) is { } coded)
        {
            (_municipality, _municipalityCode) = coded;
            AddTotal(ControlTotalKind.Municipality, row, _municipality, _municipalityCode, schools);
        }
        else if (TotalWords.Contains(heading.Split(' ')[0]))
        {
            return true;
        }
        else if (MayBeRegion(schools))
        {
            AddTotal(ControlTotalKind.Region, row, RegionCode().Replace(written, ""), null, schools);
        }
        else if (schools is > 0)
        {
            (_municipality, _municipalityCode) = (written, null);
            AddTotal(ControlTotalKind.Municipality, row, written, null, schools);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>«Алтайский район(reg22_m002)» → name and code; null where a row names no municipality with its code.</summary>
    internal static (string Name, string Code)? MunicipalityIn(string written) => MunicipalityCode().Match(written) is { Success: true } coded
        ? (coded.Groups["name"].Value.TrimEnd(' ', '('), coded.Groups["code"].Value.ToLowerInvariant())
        : null;

    /// <summary>The first row of totals after «Вся выборка»; a school without its login has no number of schools.</summary>
    private bool MayBeRegion(int? schools) =>
        _section.Schools.Count == 0
        && !_section.Totals.Exists(t => t.Kind != ControlTotalKind.Sample)
        && (schools is not null || _columns.Schools < 0 || _section.Totals.Count > 0);

    private void AddTotal(ControlTotalKind kind, TableRow row, string name, string? code, int? schools) => _section.Totals.Add(new ControlTotal(
        kind, row.Number, name, code, schools, CellText.Count(row[_columns.Participants]), CellText.Number(row[_columns.Marks[0]]), 0, 0, 0));

    [GeneratedRegex(@"^(?<name>.*?)[\s(\[]*(?<code>reg\d+_[a-z]+\d+)[\s)\].]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MunicipalityCode();

    [GeneratedRegex(@"\s*\(\s*reg\d+\s*\)?\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex RegionCode();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"^(?<subject>[А-Я]{2,3})\s+(?<grade>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectAndGrade();
}
