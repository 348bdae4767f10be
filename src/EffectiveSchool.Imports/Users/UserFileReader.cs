using System.Net.Mail;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Users;

/// <summary>Reads a workbook or csv of users: the portal's own template or any table with its headings. Never throws for the content of a file.</summary>
public static class UserFileReader
{
    private const int HighestHeader = 20;
    private const int LongestEmail = 256;
    private const int LongestName = 200;
    private const int LongestDisplayName = 300;

    private static readonly char[] Separators = [';', ',', '\n'];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static UserFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var columns = new List<RecognisedColumn>();
        var rows = new List<UserRow>();
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            foreach (var sheet in table.SheetsToRead(findings, null, null, cancellationToken))
            {
                if (sheet.IsHidden)
                {
                    findings.Note(sheet.Name, "Скрытый лист пропущен.");
                }
                else
                {
                    ReadSheet(sheet, findings, columns, rows);
                }
            }

            if (columns.Count == 0)
            {
                findings.RefuseSheet(null, "В файле нет таблицы пользователей.", "Нужна строка заголовков со столбцами «ФИО», «Электронная почта» и «Роль»: возьмите шаблон.");
            }
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new UserFile(fileName, columns, [], findings.Refusals, findings.Notes);
        }

        return new UserFile(fileName, columns, Unique(rows, findings), findings.Refusals, findings.Notes);
    }

    private static void ReadSheet(TableSheet sheet, Findings findings, List<RecognisedColumn> columns, List<UserRow> rows)
    {
        Dictionary<UserColumn, int>? places = null;
        var above = 0;
        foreach (var row in sheet.Rows)
        {
            if (places is not null)
            {
                if (ReadRow(row, sheet.Name, places, findings) is { } user)
                {
                    rows.Add(user);
                }
            }
            else if (Recognise(row) is { } found)
            {
                places = found;
                columns.AddRange(found.OrderBy(f => f.Value).Select(f =>
                    new RecognisedColumn(CellAddress.Letters(f.Value), CellText.Clean(row[f.Value].Text), f.Key.Heading().ToLowerInvariant())));
            }
            else if (++above > HighestHeader)
            {
                break;
            }
        }

        if (places is null && above > 0)
        {
            findings.Note(sheet.Name, "Таблица на листе не распознана, лист пропущен.");
        }
    }

    /// <summary>The places of the columns, where a row is the header.</summary>
    private static Dictionary<UserColumn, int>? Recognise(TableRow row)
    {
        var places = new Dictionary<UserColumn, int>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (UserColumns.Find(CellText.Heading(row[i])) is { } column)
            {
                places.TryAdd(column, i);
            }
        }

        return places.ContainsKey(UserColumn.Email) && places.ContainsKey(UserColumn.Role) ? places : null;
    }

    private static UserRow? ReadRow(TableRow row, string? sheet, Dictionary<UserColumn, int> places, Findings findings)
    {
        if (places.Values.All(place => row[place].IsEmpty))
        {
            return null;
        }

        string? Text(UserColumn column) =>
            places.TryGetValue(column, out var place) && CellText.Clean(row[place].Text) is { Length: > 0 } text ? text : null;
        var (name, email, role, display) = (Text(UserColumn.FullName), Text(UserColumn.Email), Text(UserColumn.Role), Text(UserColumn.DisplayName));
        var written = name ?? email ?? "";
        var isRight = true;
        void Refuse(UserColumn column, string reason, string whatToDo)
        {
            isRight = false;
            findings.Refuse(sheet, row, places.TryGetValue(column, out var place) ? place : null, written, reason, whatToDo);
        }

        if (name is null || name.Length > LongestName)
        {
            Refuse(UserColumn.FullName, name is null ? "Не указаны фамилия, имя и отчество." : "ФИО длиннее 200 знаков.", "Напишите ФИО так, как оно должно стоять в памятке.");
        }

        if (email is null || !IsAddress(email))
        {
            Refuse(
                UserColumn.Email,
                email is null ? "Не указана электронная почта." : $"«{email}» — не адрес электронной почты: ожидается имя@домен латинскими буквами, до 256 знаков.",
                "Укажите рабочую почту человека: по ней он входит.");
        }

        if (role is null)
        {
            Refuse(UserColumn.Role, "Не указана роль.", "Напишите роль, например «директор».");
        }

        if (display?.Length > LongestDisplayName)
        {
            Refuse(UserColumn.DisplayName, "Имя роли длиннее 300 знаков.", "Сократите его или оставьте ячейку пустой.");
        }

        var schools = places.TryGetValue(UserColumn.School, out var at) ? row[at].Text : "";
        return !isRight ? null : new UserRow(
            sheet,
            row.Number,
            name!,
            email!.ToLowerInvariant(),
            role!,
            Text(UserColumn.Region),
            Text(UserColumn.Municipality),
            [.. schools.Split(Separators).Select(CellText.Clean).Where(s => s.Length > 0)],
            display,
            places.ToDictionary(p => p.Key, p => row.Address(p.Value)));
    }

    private static bool IsAddress(string text) =>
        text.Length <= LongestEmail
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '@' or '+')
        && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>An address is one person's: equal rows count once, different ones are all refused.</summary>
    private static List<UserRow> Unique(List<UserRow> rows, Findings findings)
    {
        var left = new HashSet<UserRow>(ReferenceEqualityComparer.Instance);
        foreach (var same in rows.GroupBy(r => r.Email, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            UserRow[] all = [.. same];
            if (Array.TrueForAll(all, r => r.SaysTheSameAs(all[0])))
            {
                left.UnionWith(all.Skip(1));
                findings.Note(all[0].Sheet, [.. all.Select(r => r.Row)], $"{same.Key}: строка повторена, учтена один раз");
                continue;
            }

            left.UnionWith(all);
            foreach (var row in all)
            {
                findings.Refuse(new Refusal(
                    findings.File, row.Sheet, row.Row, row.Cells[UserColumn.Email], row.FullName,
                    $"Почта {same.Key} стоит в разных строках: {string.Join(", ", all.Select(r => r.Row))}.",
                    "Оставьте одну строку: у человека одна роль, а куратору школы перечисляют через «;»."));
            }
        }

        return rows.FindAll(r => !left.Contains(r));
    }
}
