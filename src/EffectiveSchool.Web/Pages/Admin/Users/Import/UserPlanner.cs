using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Users;
using EffectiveSchool.Web.Pages.Schools.Import;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

/// <summary>What a workbook of users is compared with: as much of the portal as its reader may see.</summary>
/// <param name="Users">Accounts of the addresses in the file, by address in lower case.</param>
/// <param name="Taken">Addresses in lower case that have an account, also one the reader does not see.</param>
/// <param name="Schools">Schools with any of the codes in the file, with all their codes, and those of the accounts.</param>
/// <param name="OwnRegion">The reader's region; null for an administrator of several.</param>
internal sealed record KnownPeople(
    IReadOnlyDictionary<string, PortalUser> Users,
    IReadOnlySet<string> Taken,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Municipality> Municipalities,
    IReadOnlyList<School> Schools,
    Region? OwnRegion);

/// <summary>Compares the rows of a workbook with the accounts and decides what each would do; stores nothing.</summary>
internal sealed class UserPlanner(UserFile file, KnownPeople known, AccountKeeping keeping)
{
    private readonly List<Refusal> _refusals = [.. file.Refusals];

    public UserPlan Plan()
    {
        var planned = file.Rows.Select(Plan).OfType<PlannedUser>().ToList();
        return new UserPlan(file, planned, [.. _refusals.OrderBy(r => r.Row ?? 0)]);
    }

    private PlannedUser? Plan(UserRow row)
    {
        if (PortalRoles.Parse(row.Role) is not { } role)
        {
            return Refuse(row, UserColumn.Role, $"Роль «{row.Role}» не распознана: ожидается {RoleNames()}.", "Исправьте роль.");
        }

        if (!keeping.Roles.Contains(role))
        {
            return Refuse(row, UserColumn.Role, $"Роль «{role.RussianName()}» даёт только администратор портала.", "Уберите строку или попросите администратора портала.");
        }

        var user = known.Users.GetValueOrDefault(row.Email);
        if (RefuseAccount(row, user) is { } refusal)
        {
            return Refuse(row, UserColumn.Email, refusal.Reason, refusal.WhatToDo);
        }

        if (!Place(row, role, out var region, out var municipality, out var schools))
        {
            return null;
        }

        // Roles of single schools stand in a municipality without being given it: there it only checks the school.
        var given = role is PortalRole.Principal or PortalRole.Curator ? null : municipality;
        var probe = new PortalUser { DisplayName = "", Role = role };
        if (probe.Assign(role, role == PortalRole.Administrator ? ByText(row) : region, given, schools) is { } misfit)
        {
            var column = misfit.Contains("регион", StringComparison.Ordinal) ? UserColumn.Region
                : misfit.Contains("муниципалитет", StringComparison.Ordinal) ? UserColumn.Municipality : UserColumn.School;
            return Refuse(row, column, misfit, "Исправьте строку: роль и то, с чем она работает, должны подходить друг другу.");
        }

        var assigned = role == PortalRole.Administrator ? null : region;
        return Compare(new PlannedUser(row, user, role, assigned, given, schools, row.DisplayName ?? role.UsualDisplayName(given?.Name, Names(schools)), Where(assigned, given, schools), []));
    }

    private (string Reason, string WhatToDo)? RefuseAccount(UserRow row, PortalUser? user) => user switch
    {
        null when known.Taken.Contains(row.Email) => ($"Почта {row.Email} занята учётной записью, которую ведёте не вы.", "Проверьте почту; если она верна, обратитесь к администратору портала."),
        { IsClosed: true } => ($"Учётная запись {row.Email} закрыта.", "Сначала откройте её на странице пользователя, затем загрузите файл снова."),
        not null when !keeping.Keeps(user) => ($"{row.Email}: {AccountKeeping.NotKept}", "Уберите строку."),
        _ => null,
    };

    private Region? ByText(UserRow row) => row.Region is null ? null : known.Regions.FirstOrDefault(r => Same(r.Code, row.Region) || Same(r.Name, row.Region));

    private bool Place(UserRow row, PortalRole role, out Region? region, out Municipality? municipality, out List<School> schools)
    {
        schools = [];
        municipality = null;
        region = ByText(row) ?? known.OwnRegion;
        if (row.Region is not null && ByText(row) is null)
        {
            Refuse(row, UserColumn.Region, $"Региона «{row.Region}» среди ваших нет.", "Укажите код или название региона как в справочнике или оставьте ячейку пустой.");
            return false;
        }

        if (row.Municipality is { } written)
        {
            var regionId = region?.Id;
            var alike = known.Municipalities.Where(m => (regionId is null || m.RegionId == regionId) && (Same(m.Name, written) || Same(m.FisOkoCode, written))).ToList();
            if (alike is not [var only])
            {
                Refuse(row, UserColumn.Municipality, alike.Count == 0 ? $"Муниципалитета «{written}» в регионе нет." : $"Муниципалитет «{written}» есть в нескольких регионах.",
                    alike.Count == 0 ? "Укажите название как на портале или код из ФИС ОКО." : "Укажите и регион.");
                return false;
            }

            municipality = only;
            region ??= known.Regions.First(r => r.Id == only.RegionId);
        }

        foreach (var code in row.Schools.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (FindSchool(row, code, region) is not { } school)
            {
                return false;
            }

            if (role is PortalRole.Principal or PortalRole.Curator && municipality is not null && school.MunicipalityId != municipality.Id)
            {
                Refuse(row, UserColumn.School, $"Школа «{school.Name}» ({code}) не входит в муниципалитет «{municipality.Name}».", "Проверьте код школы и муниципалитет.");
                return false;
            }

            region ??= known.Regions.First(r => r.Id == school.RegionId);
            schools.Add(school);
        }

        schools = [.. schools.DistinctBy(s => s.Id)];
        return true;
    }

    private School? FindSchool(UserRow row, string code, Region? region)
    {
        var digits = SchoolDigits(code);
        var isLogin = char.IsAsciiLetter(code[0]);
        var found = known.Schools
            .Where(s => (region is null || s.RegionId == region.Id)
                && s.Codes.Any(c => c.ValidTo is null && c.Kind != SchoolCodeKind.Oktmo && c.Value == digits && (!isLogin || c.Kind == SchoolCodeKind.FisOko)))
            .ToList();
        if (found is [var school])
        {
            return school;
        }

        Refuse(
            row, UserColumn.School,
            found.Count == 0 ? $"Школы с кодом «{code}» {(region is null ? "нет" : $"в регионе «{region.Name}» нет")}." : $"Код «{code}» носят разные школы: {string.Join(", ", found.Select(s => $"«{s.Name}»"))}.",
            found.Count == 0 ? "Укажите логин ФИС ОКО, код ОГЭ или ЕГЭ либо ИНН школы из реестра." : "Укажите ИНН или логин ФИС ОКО с приставкой, например sch220311.");
        return null;
    }

    /// <summary>The digits of a code as they are stored.</summary>
    internal static string SchoolDigits(string code) =>
        char.IsAsciiLetter(code[0]) ? SchoolCodes.FisOkoDigits(code) ?? code : string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    private PlannedUser Compare(PlannedUser planned)
    {
        if (planned.User is not { } user)
        {
            return planned;
        }

        var (role, place, schools) = (user.Role, known.Municipalities.FirstOrDefault(m => m.Id == user.MunicipalityId), known.Schools.Where(s => user.Schools.Exists(u => u.SchoolId == s.Id)).ToList());
        var changes = new List<FieldChange>();
        void Add(string field, string? was, string becomes)
        {
            if ((was ?? "") != becomes)
            {
                changes.Add(new FieldChange(field, was ?? "", becomes));
            }
        }

        Add("Роль", role.RussianName(), planned.Role.RussianName());
        Add("С чем работает", Where(known.Regions.FirstOrDefault(r => r.Id == user.RegionId), place, schools), planned.Where);
        var isMoved = changes.Count > 0;
        Add("ФИО", user.FullName, planned.Row.FullName);

        // A name that somebody chose stays while the person stays where they are.
        var name = planned.Row.DisplayName ?? (isMoved ? planned.DisplayName : user.DisplayName);
        Add("Имя роли", user.DisplayName, name);
        return planned with { DisplayName = name, Changes = changes };
    }

    private PlannedUser? Refuse(UserRow row, UserColumn column, string reason, string whatToDo)
    {
        _refusals.Add(new Refusal(file.FileName, row.Sheet, row.Row, row.Cells.GetValueOrDefault(column), row.FullName, reason, whatToDo));
        return null;
    }

    private string RoleNames() => string.Join(", ", keeping.Roles.Select(r => r.RussianName()));

    private static string Where(Region? region, Municipality? municipality, IReadOnlyList<School> schools) =>
        schools.Count > 0 ? string.Join("; ", Names(schools)) : municipality?.Name ?? region?.Name ?? "вся установка";

    private static IReadOnlyList<string> Names(IReadOnlyList<School> schools) => [.. schools.Select(s => s.Name).Order(StringComparer.Ordinal)];

    private static bool Same(string? stored, string written) => stored is not null && SchoolNames.ForSearch(stored) == SchoolNames.ForSearch(written);
}
