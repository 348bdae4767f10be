using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>Where a row is to be stored: its school, municipality and head, stored already or of the same file.</summary>
internal sealed class PlacedRow(SchoolRow row, School? school, MunicipalityPlace? place)
{
    public SchoolRow Row => row;

    /// <summary>The stored school; for a new one set when it is created.</summary>
    public School? School { get; set; } = school;

    /// <summary>Null where the file names no municipality: the stored school stays where it is.</summary>
    public MunicipalityPlace? Place => place;

    public School? Head { get; set; }

    public PlacedRow? HeadInFile { get; set; }
}

/// <summary>
/// Puts the rows of a registry file beside the registry: by codes, never by the name alone. Dry run and application both
/// go through here.
/// </summary>
internal sealed class RegistryPlanner
{
    private static readonly SchoolCodeKind[] Naming = [.. Enum.GetValues<SchoolCodeKind>().Where(k => k != SchoolCodeKind.Oktmo)];

    private readonly SchoolFile _file;
    private readonly IReadOnlyList<School> _schools;
    private readonly MunicipalityPlaces _places;
    private readonly Dictionary<(SchoolCodeKind, string), School> _byCode;
    private readonly ILookup<string, School> _byName;
    private readonly bool _hasTypes;
    private readonly List<Refusal> _refusals;
    private readonly List<PlacedRow> _placed = [];

    public RegistryPlanner(SchoolFile file, IReadOnlyList<School> schools, IReadOnlyList<Municipality> municipalities)
    {
        _file = file;
        _schools = schools;
        _places = new MunicipalityPlaces(municipalities);
        _byCode = schools.SelectMany(s => s.Codes.Where(c => c.Kind != SchoolCodeKind.Oktmo).Select(c => (s, c))).ToDictionary(p => (p.c.Kind, p.c.Value), p => p.s);
        _byName = schools.ToLookup(s => NameKey(s.Name), StringComparer.Ordinal);
        _hasTypes = file.Columns.Any(c => string.Equals(c.Meaning, RegistryColumn.Type.Heading(), StringComparison.OrdinalIgnoreCase));
        _refusals = [.. file.Refusals];
        PlaceRows();
        PlaceHeads();
    }

    /// <summary>Rows that will be stored, same ones among them.</summary>
    public IReadOnlyList<PlacedRow> Placed => _placed;

    public IReadOnlyList<MunicipalityPlace> Municipalities => _places.Touched;

    public IEnumerable<RegistryField> FieldsOf(PlacedRow placed) => RegistryFields.For(placed.School, _hasTypes);

    public RegistryPlan Plan() => new(
        _file,
        [.. _placed.Select(p => new PlannedSchool(p.Row, p.School?.Id, NameOf(p), NameOfPlace(p), [.. Changes(p)], Remark(p)))],
        [.. _places.Touched.Select(p => new PlannedMunicipality(p.Name, p.Code, p.Stored?.FisOkoCode, p.Stored is null))],
        _refusals);

    private void PlaceRows()
    {
        var rowOfSchool = new Dictionary<School, SchoolRow>();
        foreach (var row in _file.Rows)
        {
            if (RegistryFields.All.FirstOrDefault(f => f.Says(row)?.Length > f.MostLength) is { } tooLong)
            {
                Refuse(row, $"«{tooLong.Label}» длиннее {tooLong.MostLength} знаков.", "Сократите текст.");
                continue;
            }

            School[] named = [.. row.Codes.Select(c => _byCode.GetValueOrDefault((c.Kind, c.Digits))).OfType<School>().Distinct()];
            if (named.Length > 1)
            {
                Refuse(row, $"Коды строки принадлежат разным школам: {string.Join(" и ", named.Select(Named))}.", "Оставьте в строке коды одной школы.");
                continue;
            }

            var school = named.FirstOrDefault();
            if (school is not null && !rowOfSchool.TryAdd(school, row))
            {
                Refuse(row, $"{Named(school)} уже есть в строке {rowOfSchool[school].Row}.", "Оставьте одну строку о школе.");
                continue;
            }

            if (row.Codes.All(c => c.Kind == SchoolCodeKind.Oktmo))
            {
                Refuse(row, "По одному ОКТМО школу не опознать: он общий у школ одной территории.", "Добавьте логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН.");
                continue;
            }

            if (school is null && row.Name.Length == 0)
            {
                Refuse(row, "Нет наименования школы, а её кода в реестре нет.", "Укажите краткое наименование или исправьте код.");
                continue;
            }

            var place = _places.Find(row, out var refusal);
            if (refusal is null && place is null && school is null)
            {
                refusal = "Новая школа без муниципалитета.";
            }

            if (refusal is not null)
            {
                Refuse(row, refusal, "Исправьте столбцы «Муниципалитет» и «Код муниципалитета».");
                continue;
            }

            _placed.Add(new PlacedRow(row, school, place));
        }
    }

    private void PlaceHeads()
    {
        var inFile = _placed.SelectMany(p => p.Row.Codes.Select(c => (Key: (c.Kind, c.Digits), Placed: p))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Placed);
        var heads = _schools.Select(s => s.HeadSchoolId).OfType<int>().ToHashSet();
        var refused = new HashSet<PlacedRow>();
        foreach (var placed in _placed.Where(p => p.Row.HeadCode is not null))
        {
            var code = placed.Row.HeadCode!;
            placed.Head = Naming.Select(kind => _byCode.GetValueOrDefault((kind, code))).OfType<School>().FirstOrDefault();
            placed.HeadInFile = Naming.Select(kind => inFile.GetValueOrDefault((kind, code))).OfType<PlacedRow>().FirstOrDefault();
            var refusal = placed switch
            {
                { Head: null, HeadInFile: null } => $"Головной школы с кодом {code} нет ни в реестре, ни среди принятых строк файла.",
                _ when placed.HeadInFile == placed || (placed.Head is not null && placed.Head == placed.School) => "Школа не может быть филиалом самой себя.",
                { HeadInFile.Row.HeadCode: not null } or { HeadInFile: null, Head.HeadSchoolId: not null } => $"Школа с кодом {code} сама филиал: головной она быть не может.",
                { School: { } school } when heads.Contains(school.Id) => "У школы есть свои филиалы, поэтому филиалом она быть не может.",
                _ => null,
            };
            if (refusal is not null)
            {
                refused.Add(placed);
                Refuse(placed.Row, refusal, "Исправьте код головной школы или оставьте ячейку пустой.");
            }
        }

        _placed.RemoveAll(refused.Contains);
        // A branch whose head was refused just now has nobody left.
        foreach (var orphan in _placed.Where(p => p is { Head: null, HeadInFile: { } head } && refused.Contains(head)).ToList())
        {
            _placed.Remove(orphan);
            Refuse(orphan.Row, $"Строка головной школы с кодом {orphan.Row.HeadCode} не принята.", "Исправьте сначала строку головной школы.");
        }
    }

    private IEnumerable<FieldChange> Changes(PlacedRow placed)
    {
        var (row, school) = (placed.Row, placed.School);
        if (school is null)
        {
            return RegistryFields.All.Select(f => (f.Label, Says: f.Says(row))).Where(f => f.Says is { Length: > 0 }).Select(f => new FieldChange(f.Label, "", f.Says!));
        }

        var changes = FieldsOf(placed).Select(f => f.Change(school, row)).OfType<FieldChange>();
        if (placed.Place is { } place && place.Stored?.Id != school.MunicipalityId)
        {
            changes = changes.Append(new FieldChange("Муниципалитет", _places.NameOf(school.MunicipalityId), place.Name));
        }

        if ((placed.Head ?? placed.HeadInFile?.School)?.Id is var headId && placed.Row.HeadCode is not null && (headId is null || headId != school.HeadSchoolId))
        {
            changes = changes.Append(new FieldChange(
                "Головная школа",
                _schools.FirstOrDefault(s => s.Id == school.HeadSchoolId)?.Name ?? "",
                placed.Head?.Name ?? NameOf(placed.HeadInFile!)));
        }

        return changes;
    }

    private string? Remark(PlacedRow placed)
    {
        if (placed.School is not { } school)
        {
            var alike = _byName[NameKey(placed.Row.Name)].Where(s => placed.Place?.Stored?.Id == s.MunicipalityId).Select(Named).FirstOrDefault();
            return alike is null ? null : $"Похоже на {alike}. Если это она, добавьте в строку её код: по названию школы не объединяются.";
        }

        var past = school.Codes.FirstOrDefault(c => c.ValidTo is not null && placed.Row.Code(c.Kind) == c.Value);
        return past is null ? null : $"{past.Kind.RussianName()} {past.Value} — прежний код школы: проверьте, не старый ли это файл.";
    }

    /// <summary>The name it will have.</summary>
    private static string NameOf(PlacedRow placed) => placed.Row.Name.Length > 0 ? placed.Row.Name : placed.School!.Name;

    private string NameOfPlace(PlacedRow placed) => placed.Place?.Name ?? _places.NameOf(placed.School!.MunicipalityId);

    private void Refuse(SchoolRow row, string reason, string whatToDo) =>
        _refusals.Add(new Refusal(_file.FileName, row.Sheet, row.Row, null, row.Name.Length > 0 ? row.Name : row.Codes.Select(c => c.Digits).FirstOrDefault(""), reason, whatToDo));

    private static string NameKey(string name) => string.Join(' ', SchoolNames.Words(name).Order(StringComparer.Ordinal));

    private static string Named(School school) =>
        school.Codes.Where(c => c.ValidTo is null && c.Kind != SchoolCodeKind.Oktmo).OrderBy(c => c.Kind).Select(c => $"«{school.Name}» ({c.Value})").FirstOrDefault($"«{school.Name}»");
}
