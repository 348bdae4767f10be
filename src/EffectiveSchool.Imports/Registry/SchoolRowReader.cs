using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Registry;

/// <summary>Reads the rows under the header of a registry.</summary>
internal sealed class SchoolRowReader(Dictionary<RegistryColumn, int> places, IReadOnlyList<RecognisedColumn> columns, string? sheet, Findings findings)
{
    private bool _rowIsWrong;
    private string _written = "";

    public IReadOnlyList<RecognisedColumn> Columns { get; } = columns;

    /// <summary>The reader, where a row is the header: the name of the school and at least one of its codes.</summary>
    public static SchoolRowReader? Recognise(TableRow row, string? sheet, Findings findings)
    {
        var places = new Dictionary<RegistryColumn, int>();
        var columns = new List<RecognisedColumn>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (RegistryColumns.Find(CellText.Heading(row[i])) is { } column && places.TryAdd(column, i))
            {
                columns.Add(new RecognisedColumn(CellAddress.Letters(i), CellText.Clean(row[i].Text), column.Heading().ToLowerInvariant()));
            }
        }

        if (!places.ContainsKey(RegistryColumn.Name) || !RegistryColumns.Codes.Keys.Any(places.ContainsKey))
        {
            return null;
        }

        findings.NoteUnread(sheet, row, columns);
        return new SchoolRowReader(places, columns, sheet, findings);
    }

    /// <summary>The school of a row; null where the row is unfilled or was refused.</summary>
    public SchoolRow? Read(TableRow row)
    {
        if (places.Values.All(place => row[place].IsEmpty))
        {
            return null;
        }

        _rowIsWrong = false;
        var name = Text(row, RegistryColumn.Name);
        _written = name ?? "";
        var codes = ReadCodes(row);
        if (name is null && codes.Count > 0)
        {
            // A school that is in the registry keeps its name; whoever knows the registry asks for that of a new one.
            _written = codes[0].Digits;
        }

        if (codes.Count == 0 && !_rowIsWrong)
        {
            Refuse(row, RegistryColumn.FisOko, "У школы нет ни одного кода.", "Укажите логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН.");
        }

        var school = new SchoolRow(
            sheet,
            row.Number,
            name ?? "",
            Text(row, RegistryColumn.FullName),
            ReadType(row, name ?? ""),
            Text(row, RegistryColumn.LegalForm),
            ReadWord(row, RegistryColumn.Status, RegistryWords.Status, "«действует», «присоединена» или «закрыта»"),
            ReadHead(row),
            Text(row, RegistryColumn.Municipality),
            Text(row, RegistryColumn.MunicipalityCode)?.ToLowerInvariant(),
            ReadWord(row, RegistryColumn.Settlement, RegistryWords.Settlement, "«город» или «село»"),
            ReadCount(row, RegistryColumn.Pupils),
            ReadCount(row, RegistryColumn.Teachers),
            ReadSite(row),
            Text(row, RegistryColumn.Contacts),
            codes);
        return _rowIsWrong ? null : school;
    }

    private TableCell Cell(TableRow row, RegistryColumn column) => places.TryGetValue(column, out var place) ? row[place] : default;

    private string? Text(TableRow row, RegistryColumn column)
    {
        var text = CellText.Clean(Cell(row, column).Text);
        return text.Length == 0 ? null : text;
    }

    private void Refuse(TableRow row, RegistryColumn column, string reason, string whatToDo)
    {
        _rowIsWrong = true;
        findings.Refuse(sheet, row, places.TryGetValue(column, out var place) ? place : null, _written, reason, whatToDo);
    }

    private List<SchoolRowCode> ReadCodes(TableRow row)
    {
        var codes = new List<SchoolRowCode>();
        foreach (var (column, kind) in RegistryColumns.Codes)
        {
            if (Text(row, column) is not { } text || CellText.IsNoData(Cell(row, column)))
            {
                continue;
            }

            if (SchoolCodes.Normalise(kind, text, out var refusal) is { } digits)
            {
                codes.Add(new SchoolRowCode(kind, digits));
            }
            else
            {
                Refuse(row, column, refusal!, "Исправьте код или оставьте ячейку пустой.");
            }
        }

        return codes;
    }

    private SchoolType ReadType(TableRow row, string name)
    {
        if (Text(row, RegistryColumn.Type) is not { } text)
        {
            return SchoolTypes.FromName(name);
        }

        if (SchoolTypes.Parse(text) is { } type)
        {
            return type;
        }

        var guessed = SchoolTypes.FromName(text);
        if (guessed == SchoolType.Unknown)
        {
            Refuse(row, RegistryColumn.Type, $"Тип «{text}» не распознан.", "Напишите СОШ, ООШ, НОШ, гимназия, лицей или школа-интернат.");
        }

        return guessed;
    }

    private T? ReadWord<T>(TableRow row, RegistryColumn column, Func<string, T?> read, string expected)
        where T : struct
    {
        if (!places.ContainsKey(column) || Cell(row, column).IsEmpty)
        {
            return null;
        }

        var value = read(CellText.Heading(Cell(row, column)));
        if (value is null)
        {
            Refuse(row, column, $"«{column.Heading()}» — «{Text(row, column)}»: ожидается {expected}.", $"Напишите {expected}.");
        }

        return value;
    }

    private string? ReadHead(TableRow row)
    {
        if (Text(row, RegistryColumn.HeadCode) is not { } text || CellText.IsNoData(Cell(row, RegistryColumn.HeadCode)))
        {
            return null;
        }

        if (SchoolCodeReader.Read(new TableCell(text), null, "", out var refusal) is { } code)
        {
            return code.Digits;
        }

        Refuse(row, RegistryColumn.HeadCode, $"Код головной школы: {refusal}", "Укажите код головной школы или оставьте ячейку пустой.");
        return null;
    }

    private string? ReadSite(TableRow row)
    {
        if (Text(row, RegistryColumn.Site) is not { } site || CellText.IsNoData(Cell(row, RegistryColumn.Site)))
        {
            return null;
        }

        if (WebLink.RefuseSite(site) is { } refusal)
        {
            Refuse(row, RegistryColumn.Site, $"Сайт «{site}»: {refusal}", "Исправьте адрес или оставьте ячейку пустой.");
        }

        return site;
    }

    private int? ReadCount(TableRow row, RegistryColumn column)
    {
        var cell = Cell(row, column);
        var count = CellText.Count(cell);
        if (count is null && !CellText.IsNoData(cell))
        {
            Refuse(row, column, $"«{column.Heading()}» — «{Text(row, column)}»: ожидается целое число не меньше 0.", "Укажите число или оставьте ячейку пустой.");
        }

        return count;
    }
}
