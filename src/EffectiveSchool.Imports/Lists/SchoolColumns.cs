using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Lists;

/// <summary>The columns of a sheet that say which school a row is about, and all columns that were recognised.</summary>
/// <param name="sheet">Sheet name; null for csv.</param>
internal sealed class SchoolColumns(string? sheet)
{
    private readonly Dictionary<TemplateColumn, int> _places = [];
    private SchoolCodeKind? _kind;

    public List<RecognisedColumn> Recognised { get; } = [];

    public bool NameTheSchool => _places.ContainsKey(TemplateColumn.Code) || _places.ContainsKey(TemplateColumn.Name);

    /// <summary>Notes a column with its meaning.</summary>
    public void Know(TableRow row, int place, string meaning) => Recognised.Add(new RecognisedColumn(CellAddress.Letters(place), CellText.Clean(row[place].Text), meaning));

    /// <summary>Takes the heading where it is one of a code, a name or a municipality, and the first of its kind.</summary>
    public void Take(TableRow row, int place, string heading)
    {
        if (ResultTemplate.Find(heading) is (TemplateColumn.Code or TemplateColumn.Name or TemplateColumn.Municipality) and var column && _places.TryAdd(column, place))
        {
            _kind = column == TemplateColumn.Code ? SchoolCodeReader.Kind(heading) : _kind;
            Know(row, place, column.Heading().ToLowerInvariant());
        }
    }

    /// <summary>The school of a row; null where the row names none, or its code cannot be one (refused).</summary>
    public SchoolRow? Read(TableRow row, Findings findings)
    {
        var (name, code) = (Text(row, TemplateColumn.Name), Text(row, TemplateColumn.Code));
        if (name.Length == 0 && code.Length == 0)
        {
            return null;
        }

        var written = name.Length == 0 ? code : code.Length == 0 ? name : $"{name} ({code})";
        SchoolCodeRead? read = null;
        if (code.Length > 0)
        {
            read = SchoolCodeReader.Read(row[_places[TemplateColumn.Code]], _kind, "ВПР ", out var refusal);
            if (read is null)
            {
                findings.Refuse(sheet, row, _places[TemplateColumn.Code], written, refusal!, "Исправьте код или оставьте ячейку пустой: тогда школа ищется по названию.");
                return null;
            }
        }

        var cell = row.Address(_places.GetValueOrDefault(code.Length > 0 ? TemplateColumn.Code : TemplateColumn.Name));
        return new SchoolRow(sheet, row.Number, cell, written, read?.Digits, read?.Kinds ?? [], name, Text(row, TemplateColumn.Municipality));
    }

    private string Text(TableRow row, TemplateColumn column) => _places.TryGetValue(column, out var place) ? CellText.Clean(row[place].Text) : "";
}
