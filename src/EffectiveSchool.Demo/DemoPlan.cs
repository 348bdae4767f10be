using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Demo;

/// <summary>An activity of an invented plan, as a workbook would say it.</summary>
/// <param name="Section">Title of its section.</param>
/// <param name="Words">Number, name, responsible, expected result.</param>
/// <param name="Term">The wording of the term.</param>
public sealed record DemoActivity(string Section, ActivityWords Words, string Term);

/// <summary>
/// Two invented programmes in the wordings that real plans use: terms of every kind, sections, activities done once for all
/// and in each school, quotas, expected numbers. A few terms lie around today, so that something is always due.
/// </summary>
public static class DemoPlan
{
    private const string Department = "Департамент образования";
    private const string Institute = "Институт развития образования";
    private const string Schools = "Руководители ШНОР";

    /// <summary>The passport of the regional programme.</summary>
    public static ProgrammePassport RegionalPassport { get; } = new()
    {
        Aim = "Снизить долю школ с низкими образовательными результатами до 20 % за счёт адресной методической помощи.",
        Tasks = "1. Выявить причины низких результатов каждой школы.\n2. Закрепить за каждой школой куратора и школу-партнёра.\n3. Устранить предметные и методические дефициты учителей.\n4. Ввести в школах внутреннюю систему профилактики неуспешности.",
        LegalBases = "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»; приказ об утверждении перечня ШНОР.",
        Executors = "Департамент образования, институт развития образования, муниципальные органы управления образованием, школы перечня.",
        ExpectedResults = "Доля ШНОР не выше 20 %; соглашения со школами-партнёрами у 100 % ШНОР; курсы прошли 100 % учителей предметов с маркером.",
        Control = "Промежуточный отчёт — до 15 августа, итоговый — до 15 декабря каждого года.",
    };

    /// <summary>The passport of the municipal programme.</summary>
    public static ProgrammePassport MunicipalPassport { get; } = new()
    {
        Aim = "Помочь школам муниципалитета выйти из перечня ШНОР и не допустить попадания в него новых.",
        Tasks = "1. Провести не менее четырёх муниципальных мероприятий в год.\n2. Наладить наставничество между школами.",
        Executors = "Управление образования, муниципальная методическая служба, школы.",
        ExpectedResults = "Число ШНОР сокращается каждый год.",
        Control = "Отчёт рассматривается на совещании руководителей ежеквартально.",
    };

    /// <summary>The activities of the regional programme that lasts two calendar years.</summary>
    /// <param name="year">Its first year.</param>
    /// <param name="today">The day around which a few terms lie.</param>
    public static IReadOnlyList<DemoActivity> Regional(int year, DateOnly today)
    {
        var next = year + 1;
        return
        [
            .. Section(
                "Направление 1. Организация и управление",
                ("1.1", "Издание приказа о проекте поддержки ШНОР", $"До 15 февраля {year} г.", Department, "Приказ"),
                ("1.2", "Закрепление кураторов за школами-участницами", $"Февраль {year} г.", Institute, "Куратор закреплён за 100 % ШНОР"),
                ("1.3", "Совещание с муниципальными координаторами", $"Март, август, ноябрь {year}, {next} гг.", Department, "Участвуют не менее 90 % ШНОР, протокол"),
                ("1.4", "Заключение соглашения со школой-партнёром в каждой ШНОР", $"Март – апрель {year} г.", Schools, "Соглашение"),
                ("1.5", "Заседание рабочей группы проекта", "Ежеквартально", Department, "Протокол"),
                ("1.6", "Корректировка плана перевода в эффективный режим в каждой ШНОР", $"Сентябрь – октябрь {year} г.", Schools, "План утверждён приказом"),
                ("1.7", "Сверка сведений для отчёта в каждой ШНОР", $"До {RussianFigures.Date(today.AddDays(3))}", Schools, "Сведения сверены"),
                ("1.8", "Подведение итогов проекта за год", "ежегодно декабрь", Department, "Аналитическая справка")),
            .. Section(
                "Направление 2. Диагностика и мониторинг",
                ("2.1", "Самодиагностика рисковых профилей в каждой школе", $"Март {year} г.", Schools, "Рисковый профиль школы"),
                ("2.2", "Стартовая диагностика в 5–9 классах в каждой ШНОР", "ежегодно сентябрь - октябрь", Schools, "Справка"),
                ("2.3", "Анализ успеваемости по предметам с маркером в каждой ШНОР", "ежегодно 1 раз в четверть", Schools, "Справка"),
                ("2.4", "Анализ результатов ГИА и ВПР школ-участниц", "До 30 августа", Institute, "Аналитическая справка"),
                ("2.5", "Диагностика предметных дефицитов учителей", $"Февраль {year} года; июнь {year} года", Institute, "Охвачено 100 % учителей предметов с маркером"),
                ("2.6", "Оценка хода программы по полугодиям", "по окончании учебного полугодия", Institute, "Справка"),
                ("2.7", "Проверка объективности контрольных работ в каждой ШНОР", $"До {RussianFigures.Date(today.AddDays(-5))}", Schools, "Протокол проверки")),
            .. Section(
                "Направление 3. Методическая помощь",
                ("3.1", "Методические десанты", "в течение года, не менее 2-х за учебный год в каждой ШНРО", Institute, "Не менее 2 десантов, справка"),
                ("3.2", "Семинар для заместителей директоров ШНОР", "Апрель – ноябрь", Institute, "Участвуют не менее 90 % ШНОР"),
                ("3.3", "Курсы для учителей не менее 32 часов в каждой ШНОР", $"октябрь {year} - март {next}", Institute, "Не менее 5 человек от школы"),
                ("3.4", "Индивидуальные маршруты учителей в каждой ШНОР", $"До 20.10.{year}", Schools, "Маршруты утверждены"),
                ("3.5", "Размещение материалов мероприятий", "Не позднее 10 дней со дня проведения мероприятия", Institute, "Материалы на сайте"),
                ("3.6", "Консультации для школ-участниц", "Постоянно", Institute, "Журнал консультаций"),
                ("3.7", "Выездные стажировки в школах-партнёрах", "По отдельному графику", Institute, "Отчёт о стажировке"),
                ("3.8", "Взаимопосещение уроков со школой-партнёром в каждой ШНОР", $"До {RussianFigures.Date(today.AddDays(-20))}", Schools, "Не менее 4 уроков, справка")),
            .. Section(
                "Направление 4. Работа с обучающимися и родителями",
                ("4.1", "Программа профилактики учебной неуспешности в каждой ШНОР", $"До 1 октября {year} г.", Schools, "Программа на сайте школы"),
                ("4.2", "Индивидуальные образовательные планы для обучающихся группы риска в каждой ШНОР", $"Ноябрь {year} г.", Schools, "Планы у 100 % обучающихся группы риска"),
                ("4.3", "Родительские собрания по подготовке к экзаменам в каждой ШНОР", "ежегодно октябрь, апрель", Schools, "Протокол"),
                ("4.4", "Летняя предметная школа", $"Июль – август {year}, {next} гг.", Department, "Не менее 100 обучающихся")),
            .. Section(
                "Направление 5. Информационное сопровождение",
                ("5.1", "Новости проекта на сайте института", "Ежемесячно", Institute, "Не менее 1 новости"),
                ("5.2", "Раздел «Эффективная школа» на сайте в каждой ШНОР", $"До 5 апреля {year} г.", Schools, "Адрес раздела"),
                ("5.3", "Итоговая конференция «Школа, которая смогла»", $"8-9 декабря {next} г.", Department, "Сборник материалов")),
        ];
    }

    /// <summary>The activities of the municipal programme.</summary>
    /// <param name="year">Its first year.</param>
    /// <param name="today">The day around which a few terms lie.</param>
    public static IReadOnlyList<DemoActivity> Municipal(int year, DateOnly today)
    {
        const string office = "Управление образования";
        const string service = "Муниципальная методическая служба";
        return
        [
            .. Section(
                "1. Муниципальные мероприятия",
                ("1", "Совещание руководителей школ", "Ежеквартально", office, "Протокол"),
                ("2", "Муниципальный семинар «Читательская грамотность»", $"Апрель {year} г.", service, "Участвуют 100 % ШНОР"),
                ("3", "Методический день в опорной школе", $"Октябрь {year} г.", service, "Не менее 30 участников"),
                ("4", "Собеседование с руководителями ШНОР", $"До {RussianFigures.Date(today.AddDays(5))}", office, "Протокол собеседования"),
                ("5", "Проверка сайтов школ", $"До {RussianFigures.Date(today.AddDays(-9))}", service, "Справка")),
            .. Section(
                "2. Работа в школах",
                ("6", "Наставничество между школами: план встреч в каждой ШНОР", $"Сентябрь {year} г.", Schools, "План встреч"),
                ("7", "Открытый урок учителя-наставника в каждой ШНОР", "по полугодиям учебного года", Schools, "Не менее 1 урока"),
                ("8", "Родительский лекторий в каждой ШНОР", "ежегодно ноябрь", Schools, "Программа лектория")),
        ];
    }

    private static IEnumerable<DemoActivity> Section(string title, params (string Number, string Title, string Term, string Responsible, string Expected)[] activities) =>
        activities.Select(a => new DemoActivity(title, new ActivityWords(a.Number, a.Title, a.Responsible, a.Expected), a.Term));
}
