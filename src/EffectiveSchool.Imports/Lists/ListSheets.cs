using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Lists;

/// <summary>Walks the sheets of a list: finds the heading of each, then reads the rows under it.</summary>
internal static class ListSheets
{
    private const int HighestHeader = 40;

    /// <summary>Reads a whole file of rows about schools. A file that cannot be read, or has no such table, is refused and gives nothing.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="findings">Where refusals and notes go.</param>
    /// <param name="recognise">A sheet by its heading row.</param>
    /// <param name="columns">The columns of a recognised sheet.</param>
    /// <param name="read">A row; null where it is blank or was refused.</param>
    /// <param name="unknown">What is said where no sheet is recognised, and what to do.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static (List<RecognisedColumn> Columns, List<TRow> Rows) Gather<TSheet, TRow>(
        Stream stream,
        Findings findings,
        Func<TableRow, string?, TSheet?> recognise,
        Func<TSheet, SchoolColumns> columns,
        Func<TSheet, TableRow, TRow?> read,
        (string Reason, string WhatToDo) unknown,
        CancellationToken cancellationToken)
        where TSheet : class
        where TRow : SchoolRow
    {
        var (known, rows) = (new List<RecognisedColumn>(), new List<TRow>());
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            Read(
                table,
                findings,
                recognise,
                (sheet, row) =>
                {
                    if (read(sheet, row) is { } school)
                    {
                        rows.Add(school);
                    }
                },
                (sheet, name, header) =>
                {
                    known.AddRange(columns(sheet).Recognised);
                    findings.NoteUnread(name, header, columns(sheet).Recognised);
                },
                cancellationToken);
            if (known.Count == 0)
            {
                throw new FileRefusedException(unknown.Reason, unknown.WhatToDo);
            }

            findings.NoteUnfilled(rows.Count > 0);
            return (known, rows);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return ([], []);
        }
    }

    /// <summary>A school twice with the same figures counts once; with different ones nobody can say which are right, and all are refused.</summary>
    /// <param name="rows">Rows in the order of the file.</param>
    /// <param name="figures">What must agree.</param>
    /// <param name="cell">The cell of a refusal.</param>
    /// <param name="findings">Where refusals and notes go.</param>
    /// <param name="differ">«с разными уровнями»: in what they differ.</param>
    /// <param name="whatToDo">What to do.</param>
    public static List<TRow> Unique<TRow, TFigures>(List<TRow> rows, Func<TRow, TFigures> figures, Func<TRow, string> cell, Findings findings, string differ, string whatToDo)
        where TRow : SchoolRow
    {
        var kept = new List<TRow>();
        foreach (var same in rows.GroupBy(r => r.Code ?? r.AsWritten + "|" + r.Municipality, StringComparer.Ordinal))
        {
            TRow[] all = [.. same];
            if (all.Select(figures).Distinct().Count() == 1)
            {
                kept.Add(all[0]);
                findings.Note(all[0].Sheet, all.Length == 1 ? [] : [.. all.Select(r => r.Row)], $"«{all[0].AsWritten}»: строка повторена, учтена один раз");
                continue;
            }

            foreach (var row in all)
            {
                findings.Refuse(new Refusal(
                    findings.File, row.Sheet, row.Row, cell(row), row.AsWritten, $"Школа стоит в файле {differ}: строки {string.Join(", ", all.Select(r => r.Row))}.", whatToDo));
            }
        }

        return kept;
    }

    public static void Read<T>(
        TableFile table,
        Findings findings,
        Func<TableRow, string?, T?> recognise,
        Action<T, TableRow> read,
        Action<T, string?, TableRow> recognised,
        CancellationToken cancellationToken)
        where T : class
    {
        var unknown = new List<string?>();
        var isPasted = PastedTable.Is(findings.File);
        foreach (var sheet in table.Sheets(null, cancellationToken))
        {
            if (TemplateSheets.Explains(sheet.Name))
            {
                findings.HasSample = true;
                continue;
            }

            if (sheet.IsHidden)
            {
                findings.Note(sheet.Name, "Скрытый лист пропущен.");
                continue;
            }

            T? found = null;
            var above = 0;
            foreach (var row in isPasted ? sheet.Rows.Select(r => r with { IsPasted = true }) : sheet.Rows)
            {
                if (found is not null)
                {
                    read(found, row);
                    continue;
                }

                found = recognise(row, sheet.Name);
                if (found is not null)
                {
                    recognised(found, sheet.Name, row);
                }
                else if (++above > HighestHeader)
                {
                    break;
                }
            }

            if (found is null && above > 0)
            {
                unknown.Add(sheet.Name);
            }
        }

        foreach (var name in unknown)
        {
            findings.Note(name, "Таблица на листе не распознана, лист пропущен.");
        }
    }
}
