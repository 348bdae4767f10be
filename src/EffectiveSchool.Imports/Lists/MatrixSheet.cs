using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Lists;

/// <summary>One sheet with a matrix: where its columns stand, and its schools as they are read.</summary>
internal sealed partial class MatrixSheet
{
    private const int FewestProcedures = 2;

    private readonly Findings _findings;
    private readonly Dictionary<TemplateColumn, int> _places = [];
    private readonly List<(int Column, string Procedure, int Year)> _markers = [];
    private readonly List<Draft> _schools = [];
    private readonly Dictionary<string, Draft> _byKey = new(StringComparer.Ordinal);
    private int? _criterionA;
    private int? _criterionB;

    private MatrixSheet(string? name, Findings findings) => (Name, _findings) = (name, findings);

    public string? Name { get; }

    /// <summary>One row a school; otherwise one row a marker.</summary>
    public bool IsWide => _markers.Count > 0;

    public IReadOnlyList<Refusal> Refusals => _findings.Refusals;

    public bool HasCriteria => _criterionA is not null || _criterionB is not null;

    /// <summary>The sheet whose heading ends with this row, the years standing in it or in the row above; or null.</summary>
    public static MatrixSheet? Recognise(TableRow row, TableRow? above, string? name, Findings findings)
    {
        var sheet = new MatrixSheet(name, findings);
        int? year = null;
        for (var i = 0; i < Math.Max(row.Cells.Count, above?.Cells.Count ?? 0); i++)
        {
            // The heading of a group is written once, above its first column.
            year = YearOf(above?[i] ?? default) ?? year;
            foreach (var cell in new[] { row[i], above?[i] ?? default })
            {
                sheet.Place(i, cell, year);
            }
        }

        var isLong = sheet._places.ContainsKey(TemplateColumn.Procedure) && sheet._places.ContainsKey(TemplateColumn.Year) && sheet._places.ContainsKey(TemplateColumn.Marker);
        var named = sheet._places.ContainsKey(TemplateColumn.Name) || sheet._places.ContainsKey(TemplateColumn.Code);
        return named && (isLong || sheet._markers.Count >= FewestProcedures) ? sheet : null;
    }

    public void Read(TableRow row)
    {
        var name = Text(row, TemplateColumn.Name);
        var code = Text(row, TemplateColumn.Code);
        if (name.Length == 0 && code.Length == 0)
        {
            return;
        }

        var key = IsWide ? row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : code.Length > 0 ? code : name;
        if (!_byKey.TryGetValue(key, out var school))
        {
            school = new Draft(row.Number, code, name, Text(row, TemplateColumn.Municipality));
            _byKey.Add(key, school);
            _schools.Add(school);
        }

        school.A ??= SignOf(row, _criterionA);
        school.B ??= SignOf(row, _criterionB);
        if (IsWide)
        {
            foreach (var (column, procedure, year) in _markers)
            {
                ReadMarker(row, column, procedure, year, school);
            }
        }
        else if (ProcedureNames.Recognise(Text(row, TemplateColumn.Procedure)) is { } procedure && CellText.Year(row[_places[TemplateColumn.Year]]) is { } year)
        {
            ReadMarker(row, _places[TemplateColumn.Marker], procedure, year, school);
        }
        else
        {
            _findings.Refuse(Name, row, _places[TemplateColumn.Procedure], school.AsWritten, "Процедура или год не распознаны.", "Напишите, например, «ВПР 6 РУ» и год четырьмя цифрами.");
        }
    }

    /// <summary>The schools; a sheet of nothing but 0 and 1 prints markers, any other number in it is a share.</summary>
    public IReadOnlyList<PublishedSchool> Finish()
    {
        var bare = _schools.SelectMany(s => s.Numbers).All(n => n.Number is 0 or 1);
        return [.. _schools.Select(s => new PublishedSchool(
            s.Row,
            s.Code,
            s.Name,
            s.Municipality,
            [.. s.Words, .. s.Numbers.Select(n => new PrintedMarker(n.Procedure, n.Year, bare ? n.Number == 1 : null, bare ? null : n.Number, n.Cell))],
            s.A,
            s.B))];
    }

    private static int? YearOf(TableCell cell) =>
        FourDigits().Match(cell.Text) is { Success: true } match ? int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FourDigits();

    private void Place(int column, TableCell cell, int? yearAbove)
    {
        var heading = CellText.Heading(cell);
        if (heading is "КРИТЕРИЙ А")
        {
            _criterionA ??= column;
        }
        else if (heading is "КРИТЕРИЙ В" or "КРИТЕРИЙ Б")
        {
            _criterionB ??= column;
        }
        else if (ResultTemplate.Find(heading) is { } known)
        {
            _places.TryAdd(known, column);
        }
        else if (ProcedureNames.Recognise(cell.Text) is { } procedure && (YearOf(cell) ?? yearAbove) is { } year)
        {
            _markers.Add((column, procedure, year));
        }
    }

    private void ReadMarker(TableRow row, int column, string procedure, int year, Draft school)
    {
        var cell = row[column];
        if (CellText.IsNoData(cell))
        {
            return;
        }

        var address = row.Address(column);
        if (school.Has(procedure, year))
        {
            _findings.Refuse(Name, row, column, school.AsWritten, $"{procedure} за {year} год у этой школы напечатан ещё раз.", "Оставьте одну строку.");
        }
        else if (CellText.Number(cell) is { } number && number is >= 0 and <= 100)
        {
            school.Numbers.Add((procedure, year, number, address));
        }
        else if (PublishedMatrixReader.Sign(cell) is { } low)
        {
            school.Words.Add(new PrintedMarker(procedure, year, low, null, address));
        }
        else
        {
            _findings.Refuse(
                Name, row, column, school.AsWritten, $"{procedure}, {year}: «{CellText.Clean(cell.Text)}» — ожидается доля от 0 до 100, 1 или 0, «низкий» или пустая ячейка.",
                "Исправьте ячейку: без неё маркер считается «нет данных».");
        }
    }

    private PrintedSign? SignOf(TableRow row, int? column) =>
        column is { } place ? new PrintedSign(PublishedMatrixReader.Sign(row[place]), row.Address(place)) : null;

    private string Text(TableRow row, TemplateColumn column) => _places.TryGetValue(column, out var place) ? CellText.Clean(row[place].Text) : "";

    private sealed record Draft(int Row, string Code, string Name, string Municipality)
    {
        public PrintedSign? A { get; set; }

        public PrintedSign? B { get; set; }

        public List<(string Procedure, int Year, decimal Number, string Cell)> Numbers { get; } = [];

        public List<PrintedMarker> Words { get; } = [];

        public string AsWritten => Name.Length == 0 ? Code : Name;

        public bool Has(string procedure, int year) =>
            Numbers.Exists(n => n.Procedure == procedure && n.Year == year) || Words.Exists(w => w.Procedure == procedure && w.Year == year);
    }
}
