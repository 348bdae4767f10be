using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>
/// Adds up protocols of exam centres that name pupils (domain.md §13). The names are read in memory to tell rows apart and
/// dropped: neither what is returned nor any sentence holds a letter of them.
/// </summary>
public static class ProtocolReader
{
    /// <summary>Headings are looked for in so many rows, as in other files.</summary>
    private const int HighestHeader = 40;

    /// <summary>So many cells with nothing but a person's name make a table one of persons, whatever its headings say.</summary>
    private const int NamesEnough = 3;

    private const string Export = "Удалите из файла фамилии или выгрузите протокол со столбцами: код школы, предмет, год или дата экзамена, балл или отметка.";

    /// <summary>
    /// Whether any sheet of a file, hidden ones among them, holds a table of persons that may be added up: such a file is never
    /// kept. A table of schools with a column of persons is refused whole, because nothing but the column is wrong with it.
    /// </summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="isPasted">Whether it is a pasted text, whose cells are named by line and column.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FileRefusedException">
    /// The file cannot be read, so nobody knows what it holds; or a table of schools in it has a column of persons.
    /// </exception>
    public static bool HoldsNames(Stream stream, bool isPasted = false, CancellationToken cancellationToken = default)
    {
        using var table = TableFile.Open(stream, cancellationToken);
        return table.Sheets(null, cancellationToken).Any(s => HoldsNames(s, isPasted, mayBeProtocol: true));
    }

    /// <summary>Lets a file pass that holds no persons at all: neither a column of them nor names.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FileRefusedException">The file cannot be read, or it holds persons.</exception>
    public static void RefuseNames(Stream stream, CancellationToken cancellationToken = default)
    {
        using var table = TableFile.Open(stream, cancellationToken);
        if (table.Sheets(null, cancellationToken).Any(s => HoldsNames(s, isPasted: false, mayBeProtocol: false)))
        {
            throw new FileRefusedException("В файле есть фамилии людей: он не принят и не сохранён.", "Удалите фамилии и загрузите файл снова: принимаются только показатели школ.");
        }
    }

    /// <summary>Adds a protocol up. Never throws for the content of a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="threshold">The least score of a procedure and year; null where a score alone does not tell.</param>
    /// <param name="isPasted">Whether it is a pasted text, whose cells are named by line and column.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ProtocolFile Read(Stream stream, Func<string, int, int?> threshold, bool isPasted = false, CancellationToken cancellationToken = default)
    {
        var remarks = new ProtocolRemarks();
        var sums = new ProtocolSums();
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            var number = 0;
            foreach (var sheet in table.Sheets(null, cancellationToken).Where(s => !TemplateSheets.Explains(s.Name)))
            {
                remarks.Sheet = table.Format == TableFormat.Csv ? null : $"лист {++number}";
                if (sheet.IsHidden)
                {
                    remarks.Note("Скрытый лист пропущен.");
                }
                else
                {
                    ReadSheet(isPasted ? sheet with { Rows = sheet.Rows.Select(r => r with { IsPasted = true }) } : sheet, threshold, sums, remarks);
                }
            }

            if (sums.Count == 0 && remarks.All.Count == 0)
            {
                remarks.Note("Участников в протоколе нет.");
            }
        }
        catch (FileRefusedException fault)
        {
            sums.Clear();
            remarks.RefuseFile(fault.Message, fault.WhatToDo);
        }

        return new ProtocolFile(sums.ToTotals(), remarks.All);
    }

    private static bool HoldsNames(TableSheet sheet, bool isPasted, bool mayBeProtocol)
    {
        var names = 0;
        foreach (var row in sheet.Rows.Take(HighestHeader))
        {
            if (mayBeProtocol && ProtocolColumns.Recognise(row) is not null && TemplateColumns.Recognise(row) is null)
            {
                return true;
            }

            if (ColumnOfPersons(row) is { } column)
            {
                throw new FileRefusedException(
                    $"В {(sheet.Name is null ? "файле" : $"листе «{sheet.Name}»")} есть столбец с данными людей: ячейка {(row with { IsPasted = isPasted }).Address(column)}. Файл не принят и не сохранён.",
                    "Удалите этот столбец и загрузите файл снова: принимаются только итоги по школам.");
            }

            if ((names += row.Cells.Count(PersonNames.IsName)) >= NamesEnough)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A column of persons in a row of headings; a lone cell is a title or a signature.</summary>
    private static int? ColumnOfPersons(TableRow row) => row.Cells.Count(c => !c.IsEmpty) > 1
        ? Enumerable.Range(0, row.Cells.Count).Where(i => PersonNames.IsHeading(row[i])).Select(i => (int?)i).FirstOrDefault()
        : null;

    private static void ReadSheet(TableSheet sheet, Func<string, int, int?> threshold, ProtocolSums sums, ProtocolRemarks remarks)
    {
        var preamble = new List<TableRow>();
        ProtocolRows? reader = null;
        foreach (var row in sheet.Rows)
        {
            if (reader is not null)
            {
                reader.Read(row);
                continue;
            }

            if (ProtocolColumns.Recognise(row) is { } columns)
            {
                reader = ProtocolRows.Create(columns, ProtocolTitle.Read(preamble), threshold, sums, remarks);
                if (reader is null)
                {
                    return;
                }
            }

            preamble.Add(row);
            if (reader is null && preamble.Count > HighestHeader)
            {
                break;
            }
        }

        reader?.Finish();
        if (reader is null && preamble.Count > 0)
        {
            remarks.RefuseFile("На листе нет таблицы со столбцами протокола, а в файле есть фамилии: такой файл не хранится и не читается.", Export);
        }
    }
}
