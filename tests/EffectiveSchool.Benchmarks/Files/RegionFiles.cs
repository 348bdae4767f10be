using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Demo;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Benchmarks.Files;

/// <summary>Files of results of an invented region: what regions send, of any size.</summary>
internal static class RegionFiles
{
    private static readonly (string Word, string Short, int Grade)[] Procedures4 =
        [("Русский язык", "РУ", 5), ("Математика", "МА", 5), ("Русский язык", "РУ", 6), ("Математика", "МА", 6)];

    /// <summary>«Статистика по отметкам» of ФИС ОКО: four procedures × two years, every school in each, with totals of municipalities.</summary>
    public static void WriteStatistics(string folder, int schools)
    {
        Directory.CreateDirectory(folder);
        var demo = World.Invent(schools);
        var random = new Random(schools);
        foreach (var year in new[] { World.Year - 1, World.Year })
        {
            foreach (var (word, brief, grade) in Procedures4)
            {
                using var file = File.Create(Path.Combine(folder, $"ВПР-{year}-{brief}-{grade}-Статистика по отметкам.xlsx"));
                RawWorkbook.Write(file, $"{brief} {grade} Статистика по отметкам", Statistics(demo, year, word, grade, random));
            }
        }
    }

    /// <summary>The portal's own template with so many results: as many schools as that takes, nine procedures, two years.</summary>
    /// <returns>The region whose schools the file names, without results.</returns>
    public static DemoRegion WriteTemplate(Stream output, int rows)
    {
        var perSchool = Procedures.Federal.Count * 2;
        var demo = World.Invent((rows + perSchool - 1) / perSchool) with { Results = [] };
        RawWorkbook.Write(output, "Результаты", Template(demo).Take(rows + 1));
        return demo;
    }

    private static IEnumerable<object?[]?> Statistics(DemoRegion demo, int year, string subject, int grade, Random random)
    {
        (DemoSchool School, int[] Marks)[] all = [.. demo.Schools.Select(s => (s, Marks(random)))];
        yield return ["Статистика по отметкам"];
        yield return null;
        yield return [$"ВПР {year} {subject} {grade} класс"];
        yield return ["Предмет:", subject];
        yield return ["Максимальный первичный балл:", 45];
        yield return ["Дата:", $"15.04.{year}"];
        yield return null;
        yield return ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5];
        yield return Row("Вся выборка", all.Length, Sum(all));
        yield return Row(demo.RegionName, all.Length, Sum(all));
        foreach (var municipality in all.GroupBy(s => s.School.MunicipalityIndex))
        {
            var named = demo.Municipalities[municipality.Key];
            yield return Row($"{named.Name}({named.FisOkoCode})", municipality.Count(), Sum(municipality));
            foreach (var (school, marks) in municipality)
            {
                yield return Row($"{school.Name}(sch{school.FisOkoDigits})", null, marks);
            }
        }
    }

    private static IEnumerable<object?[]?> Template(DemoRegion demo)
    {
        var random = new Random(demo.Schools.Count);
        yield return ["Год", "Процедура", "Вид кода", "Код школы", "Наименование", "Муниципалитет", "Участников", "Не преодолели порог", "Средний балл", "Отметка 2", "Отметка 3", "Отметка 4", "Отметка 5", "Этап", "ВПЛ"];
        foreach (var school in demo.Schools)
        {
            foreach (var year in new[] { demo.LastYear - 1, demo.LastYear })
            {
                foreach (var procedure in Procedures.Federal)
                {
                    var marks = Marks(random);
                    yield return
                    [
                        year, procedure.Code, "ФИС ОКО", school.FisOkoDigits, school.Name, demo.Municipalities[school.MunicipalityIndex].Name,
                        marks.Sum(), marks[0], null, marks[0], marks[1], marks[2], marks[3], "основной", "нет",
                    ];
                }
            }
        }
    }

    private static object?[] Row(string name, int? schools, int[] marks)
    {
        var participants = marks.Sum();
        return [name, schools, participants, .. marks.Select(m => (object)Math.Round(100m * m / participants, 2, MidpointRounding.AwayFromZero))];
    }

    private static int[] Sum(IEnumerable<(DemoSchool School, int[] Marks)> schools)
    {
        var sum = new int[4];
        foreach (var (_, marks) in schools)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += marks[i];
            }
        }

        return sum;
    }

    /// <summary>From one pupil to six classes; every fifth procedure or so is low.</summary>
    private static int[] Marks(Random random)
    {
        var participants = random.Next(1, 150);
        var twos = random.Next(0, 1 + (participants * 3 / 8));
        var threes = random.Next(0, participants - twos + 1);
        var fours = random.Next(0, participants - twos - threes + 1);
        return [twos, threes, fours, participants - twos - threes - fours];
    }
}
