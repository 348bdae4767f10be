using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Lists;

/// <summary>Walks the sheets of a list: finds the heading of each, then reads the rows under it.</summary>
internal static class ListSheets
{
    private const int HighestHeader = 40;

    public static void Read<T>(
        TableFile table,
        Findings findings,
        Func<TableRow, string?, T?> recognise,
        Action<T, TableRow> read,
        Action<T> recognised,
        CancellationToken cancellationToken)
        where T : class
    {
        var unknown = new List<string?>();
        foreach (var sheet in table.Sheets(null, cancellationToken).Where(s => !TemplateSheets.Explains(s.Name)))
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
            foreach (var row in sheet.Rows)
            {
                if (found is not null)
                {
                    read(found, row);
                    continue;
                }

                found = recognise(row, sheet.Name);
                if (found is not null)
                {
                    recognised(found);
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
