using System.Text.Json;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests.Roadmaps;

public sealed class SamplePlansTests
{
    [SamplesFact]
    public void The_regional_plan_gives_what_a_person_reads_in_it()
    {
        var (plan, lines, expected) = Read(SamplePlans.Region);
        Assert.Equal(expected, lines);
        Assert.Equal(36, plan.Activities.Count);
        Assert.Equal("План мероприятий («Дорожная карта») на 2024 год", plan.Title);
        Assert.Equal(["4. Методическое обеспечение"], plan.Activities[^1].Sections);
    }

    [SamplesFact]
    public void The_district_plan_gives_what_a_person_reads_in_it()
    {
        var (plan, lines, expected) = Read(SamplePlans.District);
        Assert.Equal(expected, lines);
        Assert.Equal(66, plan.Activities.Count);
        Assert.Equal("1. Трек 1. Адресная методическая помощь школам с низкими образовательными результатами / 1.1. Организационные мероприятия", plan.Activities[0].Section);
        Assert.Equal(["6. Информационное сопровождение реализации Проекта, в том числе работа с родителями обучающихся"], plan.Activities[^1].Sections);
        var repair = Assert.Single(plan.Activities.SelectMany(a => a.Repairs));
        Assert.Equal(("A16", "Перед номером 1.1.12 пропущен номер 1.1.11."), (repair.Cell, repair.Text));
    }

    [SamplesFact]
    public void Every_defect_of_the_regional_plan_is_put_right_and_shown()
    {
        var activities = Read(SamplePlans.Region).Plan.Activities;
        var letter = activities.Single(a => a.Number == "3.1");
        Assert.Equal("Информационное письмо в адрес органов местного самоуправления об общеобразовательных организациях, попавших в список ШНОР", letter.Title);
        Assert.Equal(("Департамент образования ЕАО", "письмо", "13,14"), (letter.Responsible, letter.Expected, string.Join(',', letter.Rows)));

        var seminar = activities.Single(a => a.Number == "4.2");
        Assert.Equal(("ИРО (ЦНППМ) ЕАО", "План, справка по вопросу совещания", PlanConfidence.Repaired), (seminar.Responsible, seminar.Expected, seminar.Confidence));
        var included = activities.Single(a => a.Number == "4.3");
        Assert.Equal(("ИРО ЕАО, ОМСУ, ОО", "Программы развития, размещение программ на сайте ОО"), (included.Responsible, included.Expected));
        var split = activities.Single(a => a.Number == "4.8");
        Assert.Equal(("ИРО ЕАО ЦНППМ", "Повестка. Протокол."), (split.Responsible, split.Expected));
        Assert.EndsWith("результатов» федеральных исследований качества подготовки обучающихся в практике работы школ»", split.Title, StringComparison.Ordinal);

        Assert.Equal(["13", "23", "24", "25", "27", "28", "29", "30"], activities.Where(a => a.Repairs.Count > 0).Select(a => $"{a.Rows[0]}"));
        Assert.Contains(activities.Where(a => a.Number == "4.6").Last().Repairs, r => r.Text.StartsWith("Номер 4.6 повторён", StringComparison.Ordinal));
        Assert.Equal("", activities.Single(a => a.Number == "4.5").Expected);
    }

    private static (PlanFile Plan, string[] Lines, string[] Expected) Read(string name)
    {
        var (from, to, expected) = SamplePlans.Of(name);
        var period = new ProgrammePeriod(from, to);
        using var stream = File.OpenRead(Path.Combine(SamplePlans.Folder, name));
        var plan = PlanReader.Read(stream, name);
        Assert.Empty(plan.Refusals);
        var lines = plan.Activities.Select(a =>
        {
            var term = TermReader.Read(a.Term, period, a.SectionYear);
            return SamplePlans.Line(a.Number, JsonNamingPolicy.CamelCase.ConvertName($"{term.Kind}"), term.Occurrences.Select(o => (o.From, o.Due)), term.Warnings.Count);
        });
        return (plan, [.. lines], expected);
    }
}
