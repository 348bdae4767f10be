using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Reminders;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Admin.Reference;

public sealed record RegionForm
{
    /// <summary>Two or three digits of the subject of the federation.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>One of <see cref="RussianTimeZones"/>.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Days that schools have for objections to a preliminary list.</summary>
    public int ObjectionDays { get; init; } = 10;

    /// <summary>Time of the daily letter in that zone.</summary>
    public TimeOnly DigestAt { get; init; } = DigestTime.UsualTime;

    public bool DigestOnWeekends { get; init; }
}

public sealed class RegionFormValidator : AbstractValidator<RegionForm>
{
    public RegionFormValidator()
    {
        RuleFor(f => f.Code).Must(c => c.Trim().Length is 2 or 3 && c.Trim().All(char.IsAsciiDigit)).WithMessage("Код региона — две или три цифры, например 22.");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название региона.");
        RuleFor(f => f.Name).MaximumLength(200).WithMessage("Название региона длиннее 200 знаков.");
        RuleFor(f => f.TimeZone).Must(RussianTimeZones.All.ContainsKey).WithMessage("Выберите часовой пояс.");
        RuleFor(f => f.ObjectionDays).InclusiveBetween(1, SchoolList.MostObjectionDays).WithMessage($"Дней на возражения — от 1 до {SchoolList.MostObjectionDays}.");
    }
}

/// <summary>Time zones to choose from: one a difference with Moscow would lose the history of the others.</summary>
public static class RussianTimeZones
{
    /// <summary>IANA name → what a person chooses.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Europe/Kaliningrad"] = "МСК−1, Калининград",
        ["Europe/Moscow"] = "МСК, Москва",
        ["Europe/Simferopol"] = "МСК, Симферополь",
        ["Europe/Volgograd"] = "МСК, Волгоград",
        ["Europe/Kirov"] = "МСК, Киров",
        ["Europe/Samara"] = "МСК+1, Самара",
        ["Europe/Saratov"] = "МСК+1, Саратов",
        ["Europe/Astrakhan"] = "МСК+1, Астрахань",
        ["Europe/Ulyanovsk"] = "МСК+1, Ульяновск",
        ["Asia/Yekaterinburg"] = "МСК+2, Екатеринбург",
        ["Asia/Omsk"] = "МСК+3, Омск",
        ["Asia/Novosibirsk"] = "МСК+4, Новосибирск",
        ["Asia/Barnaul"] = "МСК+4, Барнаул",
        ["Asia/Tomsk"] = "МСК+4, Томск",
        ["Asia/Novokuznetsk"] = "МСК+4, Кемерово",
        ["Asia/Krasnoyarsk"] = "МСК+4, Красноярск",
        ["Asia/Irkutsk"] = "МСК+5, Иркутск",
        ["Asia/Chita"] = "МСК+6, Чита",
        ["Asia/Yakutsk"] = "МСК+6, Якутск",
        ["Asia/Vladivostok"] = "МСК+7, Владивосток",
        ["Asia/Sakhalin"] = "МСК+8, Южно-Сахалинск",
        ["Asia/Magadan"] = "МСК+8, Магадан",
        ["Asia/Srednekolymsk"] = "МСК+8, Среднеколымск",
        ["Asia/Kamchatka"] = "МСК+9, Петропавловск-Камчатский",
        ["Asia/Anadyr"] = "МСК+9, Анадырь",
    };

    public static string NameOf(string zone) => All.GetValueOrDefault(zone, zone);
}
