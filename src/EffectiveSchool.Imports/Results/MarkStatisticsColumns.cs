namespace EffectiveSchool.Imports.Results;

/// <summary>Where the columns of «Статистика по отметкам» stand; found by the words of the header, wherever it is.</summary>
/// <param name="Group">«Группы участников».</param>
/// <param name="Schools">«Кол-во ОО», or −1.</param>
/// <param name="Participants">«Кол-во участников», or −1.</param>
/// <param name="Marks">Columns of the marks 2, 3, 4, 5; −1 where one is missing.</param>
/// <param name="Recognised">The columns for people.</param>
internal sealed record MarkStatisticsColumns(int Group, int Schools, int Participants, int[] Marks, IReadOnlyList<RecognisedColumn> Recognised)
{
    private static readonly string[] GroupHeadings = ["ГРУППЫ УЧАСТНИКОВ", "ГРУППА УЧАСТНИКОВ"];
    private static readonly string[] SchoolsHeadings = ["КОЛ ВО ОО", "КОЛИЧЕСТВО ОО", "ЧИСЛО ОО"];
    private static readonly string[] ParticipantsHeadings = ["КОЛ ВО УЧАСТНИКОВ", "КОЛИЧЕСТВО УЧАСТНИКОВ", "ЧИСЛО УЧАСТНИКОВ"];

    public static MarkStatisticsColumns? Recognise(TableRow row)
    {
        string[] headings = [.. row.Cells.Select(CellText.Heading)];
        var group = Array.FindIndex(headings, h => GroupHeadings.Contains(h));
        if (group < 0)
        {
            return null;
        }

        var schools = Array.FindIndex(headings, h => SchoolsHeadings.Contains(h));
        var participants = Array.FindIndex(headings, h => ParticipantsHeadings.Contains(h));
        int[] marks = [.. Enumerable.Range(2, 4).Select(mark => Array.FindIndex(headings, h => h == $"{mark}" || h == $"ОТМЕТКА {mark}"))];
        (int Column, string Meaning)[] known =
        [
            (group, "группа участников"),
            (schools, "число школ"),
            (participants, "участники"),
            .. marks.Select((column, i) => (column, $"доля отметки «{i + 2}», %")),
        ];
        return new MarkStatisticsColumns(group, schools, participants, marks, [.. known
            .Where(k => k.Column >= 0)
            .Select(k => new RecognisedColumn(CellAddress.Letters(k.Column), CellText.Clean(row[k.Column].Text), k.Meaning))]);
    }
}
