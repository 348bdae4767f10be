using System.Globalization;
using System.Runtime.InteropServices;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Cli.Identify;

/// <summary>The schools of a folder, known by the six digits of their ФИС ОКО login; the prefix changes between years.</summary>
internal sealed class FolderSchools
{
    private readonly Dictionary<string, Draft> _schools = new(StringComparer.Ordinal);
    private readonly HashSet<ResultKey> _contradictions = [];
    private readonly Dictionary<ResultKey, (ResultRow Row, string File)> _first = [];
    private readonly int _year;

    private FolderSchools(int year) => _year = year;

    /// <summary>Every school found in either year, by code.</summary>
    public IReadOnlyList<SchoolInput> Inputs { get; private set; } = [];

    public List<Refusal> Refused { get; } = [];

    /// <summary>Sentences for stderr.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Files that brought something for either year.</summary>
    public List<FolderFile> Sources { get; } = [];

    /// <summary>Name of the region as the files give it; empty where none does.</summary>
    public string Region { get; private set; } = "";

    public static FolderSchools Collect(IReadOnlyList<FolderFile> files, int year)
    {
        var schools = new FolderSchools(year);
        foreach (var file in files)
        {
            schools._contradictions.UnionWith(file.Result.Contradictions);
        }

        foreach (var file in files)
        {
            schools.Add(file);
        }

        schools.Inputs = [.. schools._schools.Values.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => s.ToInput())];
        schools.Region = files.SelectMany(f => f.Result.Sections)
            .SelectMany(s => s.ControlTotals)
            .FirstOrDefault(t => t.Kind == ControlTotalKind.Region)?.Name ?? "";
        return schools;
    }

    /// <summary>
    /// Whether a row of the year was read as a result of a judged procedure; one that another contradicts was read as
    /// well, in whichever file the other stands.
    /// </summary>
    public bool HasRead(int year, Methodology methodology) =>
        Inputs.Any(s => s.Facts.Any(f => f.Year == year && IsJudged(f.Procedure, methodology)))
        || _contradictions.Any(c => c.Year == year && IsJudged(c.Procedure, methodology) && _schools.ContainsKey(c.Code));

    private static bool IsJudged(string procedure, Methodology methodology) =>
        procedure == Procedures.UnitedMathEge || methodology.Procedures.Contains(procedure);

    private void Add(FolderFile file)
    {
        var result = file.Result;
        ResultSection[] sections = [.. result.Sections.Where(s => s.Year == _year || s.Year == _year - 1)];
        if (sections.Length == 0 && result.Sections.Count > 0)
        {
            Notes.Add($"{result.FileName}: результаты других лет ({string.Join(", ", result.Sections.Select(s => s.Year).Distinct().Order())}), файл не использован.");
            return;
        }

        if (result.Comparisons.Count > 0)
        {
            Notes.Add($"{result.FileName}: сравнение отметок с отметками по журналу при идентификации не используется.");
        }

        Refused.AddRange(result.Refusals);
        Notes.AddRange(result.Notes.Select(n => $"{new ResultSource(n.File, n.Sheet, n.Row)}: {n.Text}"));
        if (sections.Length > 0)
        {
            Sources.Add(file);
        }

        foreach (var section in sections)
        {
            Add(section, result.FileName);
        }
    }

    private void Add(ResultSection section, string file)
    {
        foreach (var wrong in section.ControlTotals.Where(t => t.IsComparable && !t.Agrees))
        {
            Notes.Add($"{new ResultSource(file, section.Sheet, wrong.Row)}: {wrong.Name} — {wrong.Message}.");
        }

        foreach (var mention in section.Schools)
        {
            if (mention.CodeKinds.Contains(SchoolCodeKind.FisOko))
            {
                Find(mention.Code).Mention(section.Year, mention);
            }
            else
            {
                Refused.Add(new Refusal(
                    file, section.Sheet, mention.Row, mention.Cell, mention.AsWritten,
                    $"Код «{mention.Code}» — не логин ФИС ОКО: без реестра школу узнать нельзя.",
                    mention.Code.Length == 5
                        ? $"Если это логин региона 01–09, потерян ноль впереди: напишите «0{mention.Code}» текстом."
                        : "Укажите шесть цифр логина ФИС ОКО или загрузите файл через портал."));
            }
        }

        foreach (var row in section.Rows.Where(r => r.School.CodeKinds.Contains(SchoolCodeKind.FisOko)))
        {
            if (_contradictions.Contains(row.Key))
            {
                Refused.Add(new Refusal(
                    file, section.Sheet, row.Row, row.School.Cell, row.School.AsWritten,
                    $"По школе {row.School.Code} другой файл даёт разные результаты ({row.Procedure}, {row.Year} год). Не принят ни один.",
                    "Оставьте один верный результат."));
            }
            else
            {
                NoteOtherDetails(row, file);
                Find(row.School.Code).Facts.Add(row.ToFact(file));
            }
        }
    }

    private void NoteOtherDetails(ResultRow row, string file)
    {
        if (!_first.TryAdd(row.Key, (row, file)) && _first[row.Key] is var (first, other)
            && (row.Participants, row.Failed, row.PublishedMarker) == (first.Participants, first.Failed, first.PublishedMarker) && !row.HasDetailsOf(first))
        {
            Notes.Add($"{new ResultSource(file, row.Sheet, row.Row)}: участники и не преодолевшие порог те же, что в {first.ToFact(other).Source}, "
                + "а другие отметки или средний балл различаются; результат учтён один раз.");
        }
    }

    private Draft Find(string code)
    {
        ref var school = ref CollectionsMarshal.GetValueRefOrAddDefault(_schools, code, out _);
        return school ??= new Draft(code);
    }

    private sealed class Draft(string code)
    {
        private readonly List<(int Year, string Text)> _names = [];
        private readonly List<(int Year, string Text)> _municipalities = [];

        public string Code { get; } = code;

        public List<ResultFact> Facts { get; } = [];

        public void Mention(int year, SchoolMention mention)
        {
            _names.Add((year, mention.Name));
            _municipalities.Add((year, mention.Municipality));
        }

        public SchoolInput ToInput()
        {
            var name = Newest(_names);
            return new SchoolInput(
                int.Parse(Code, NumberStyles.None, CultureInfo.InvariantCulture), Code, name, Newest(_municipalities), SchoolTypes.FromName(name), null, Facts);
        }

        /// <summary>The newest text; within a year the commonest, so that the order of files decides nothing.</summary>
        private static string Newest(List<(int Year, string Text)> texts)
        {
            var filled = texts.FindAll(t => t.Text.Length > 0);
            if (filled.TrueForAll(t => t.Text == filled[0].Text))
            {
                return filled.Count == 0 ? "" : filled[0].Text;
            }

            var newest = filled.Max(t => t.Year);
            return filled.Where(t => t.Year == newest)
                .GroupBy(t => t.Text, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .First().Key;
        }
    }
}
