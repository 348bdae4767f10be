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
    /// Whether any sheet of a file, hidden ones among them, holds a table of persons: such a file is never kept.
    /// </summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FileRefusedException">The file cannot be read, so nobody knows what it holds.</exception>
    public static bool HoldsNames(Stream stream, CancellationToken cancellationToken = default)
    {
        using var table = TableFile.Open(stream, cancellationToken);
        return table.Sheets(null, cancellationToken).Any(s => HoldsNames(s.Rows));
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

    private static bool HoldsNames(IEnumerable<TableRow> rows)
    {
        var names = 0;
        foreach (var row in rows.Take(HighestHeader))
        {
            if (ProtocolColumns.Recognise(row) is not null || (names += row.Cells.Count(PersonNames.IsName)) >= NamesEnough)
            {
                return true;
            }
        }

        return false;
    }

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
