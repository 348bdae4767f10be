using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Schools;

namespace EffectiveSchool.Reports.Tests;

/// <summary>Read models judged by the real rule on invented counts.</summary>
internal static class SampleLists
{
    public const int Year = 2023;

    private static readonly DateTimeOffset RunAt = new(2024, 2, 14, 9, 12, 0, TimeSpan.FromHours(7));

    /// <summary>A list of so many schools with a school of small samples, one of missing data and one that looks like a formula.</summary>
    public static ListDocument List(int schools, bool approved = true)
    {
        var inputs = Enumerable.Range(1, schools).Select(School).ToList();
        var run = LowResultRule.Judge(new IdentificationInput(Year, Methodology.SameProcedure, inputs, new HashSet<(string, int)>()));
        var rows = run.Verdicts.Zip(inputs, (v, s) => new ListRow(s.Key, s.Code, s.Name, s.Municipality, v)).ToList();
        var heading = new ListHeading(
            7, "Приозёрная область", Year + 1, Year, approved ? ListState.Approved : ListState.Preliminary, Methodology.SameProcedure,
            approved ? "412-п" : null, approved ? new DateOnly(2024, 2, 20) : null, RunAt, CanonicalRun.Sha256(run), schools, rows.Count(r => r.Verdict.Listed));
        return new ListDocument(heading, run.Procedures, rows, Sources());
    }

    /// <summary>The page of the school with that number in <see cref="List"/>.</summary>
    public static SchoolDocument SchoolPage(int number)
    {
        var list = List(number);
        var row = list.Rows[number - 1];
        var results = list.Procedures
            .Select(p => new ProcedureYears(p, [.. Enumerable.Range(Year - 3, 4)
                .Where(y => y != Year - 2 || p != "ОГЭ РУ")
                .Select(y => new YearPoint(y, 40 + number, (y * 7 % 11) + 5, Source(p, y, number)))]))
            .ToList();
        return new SchoolDocument(
            row.SchoolId, row.Name, row.Municipality, [new("Код ФИС ОКО", row.Code), new("Обучающихся", "412")], list.Heading, row.Verdict,
            list.Heading.Methodology.ThresholdPercent, results,
            [new(7, Year + 1, Year, ListState.Approved, true, row.Verdict.Listed, row.Verdict.Criteria, "412-п", new DateOnly(2024, 2, 20))],
            list.Sources, RunAt);
    }

    /// <summary>The first eight schools by the version «same» against all twelve by a threshold of 20 %.</summary>
    public static ComparisonDocument Comparison()
    {
        var (before, after) = (List(8), List(12));
        var change = new WhatIfChange { ThresholdPercent = 20 };
        var changed = change.ApplyTo(after.Heading.Methodology);
        return new ComparisonDocument(
            before.Heading,
            after.Heading with { Methodology = changed },
            null,
            ListComparison.Of(
                new ComparedRun(Year, before.Heading.Methodology, [.. before.Rows.Select(r => new JudgedSchool(r.Code, r.Name, r.Municipality, r.Verdict))]),
                new ComparedRun(Year, changed, [.. after.Rows.Select(r => new JudgedSchool(r.Code, r.Name, r.Municipality, WhatIf.Judge(r.Verdict, after.Heading.Methodology, change, Year)))])));
    }

    /// <summary>A marker of one procedure by the default methodology.</summary>
    public static LowResultMarker Judged(int participants, int failed)
    {
        var school = new SchoolInput(1, "990001", "СОШ", "район", SchoolType.Secondary, null,
            [ResultFact.Counted("ВПР 5 РУ", Year, participants, failed, Source("ВПР 5 РУ", Year, 1))]);
        var run = LowResultRule.Judge(new IdentificationInput(Year, Methodology.SameProcedure, [school], new HashSet<(string, int)>()));
        return run.Verdicts[0].Marker("ВПР 5 РУ", Year)!;
    }

    private static SchoolInput School(int number)
    {
        var basic = number % 4 == 2;
        var procedures = Procedures.Federal.Where(p => !basic || p.Grade <= 9).Select(p => p.Code);
        var facts = procedures.SelectMany((p, i) => new[] { Year - 1, Year }
            .Where(_ => number != 3 || i != 0)
            .Select(y => Fact(p, y, number, i)));
        var name = number == 1 ? "=СОШ № 1 с. Ключевое" : $"МБОУ {(basic ? "ООШ" : "СОШ")} № {number} п. Лесной";
        return new SchoolInput(
            number, $"{990000 + number}", name, number % 2 == 0 ? "Степной район" : "Приозёрный район",
            basic ? SchoolType.Basic : SchoolType.Secondary, null, [.. facts]);
    }

    private static ResultFact Fact(string procedure, int year, int number, int index)
    {
        if (number == 5 && index == 1)
        {
            return ResultFact.Published(procedure, year, low: true, Source(procedure, year, number));
        }

        var participants = number == 2 ? 5 + index : 30 + ((number * 13) + (index * 7)) % 60;
        var failed = participants * (((number * 17) + (index * 29) + (year % 5 * 11)) % 38) / 100;
        return ResultFact.Counted(procedure, year, participants, failed, Source(procedure, year, number));
    }

    private static ResultSource Source(string procedure, int year, int number) => new($"{procedure.Replace(' ', '-')}-{year}.xlsx", procedure, 10 + number);

    private static List<SourceFile> Sources() =>
    [
        .. Procedures.Federal.SelectMany(p => new[] { Year - 1, Year }.Select(y => new SourceFile(
            $"{p.Code.Replace(' ', '-')}-{y}.xlsx", RunAt.AddDays(-2), "региональный координатор, Приозёрная область", new string('a', 64)))),
    ];
}
