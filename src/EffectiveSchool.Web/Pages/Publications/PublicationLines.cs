using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>A publication in the table.</summary>
public sealed record PublicationLine(int Id, DateOnly Date, string Title, string Place, string Link, int RegionId, int? MunicipalityId, int? SchoolId, string Owner, string? Programme, string Author);

/// <summary>What the list is narrowed to; lives in the query string.</summary>
public sealed record PublicationFilter
{
    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    /// <summary>«region», «municipality», «school»; null for all.</summary>
    [FromQuery(Name = "level")]
    public string? Level { get; init; }

    [FromQuery(Name = "programme")]
    public int? Programme { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    public bool IsEmpty => this with { Page = null } == new PublicationFilter();

    /// <summary>The publications that fit, newest first.</summary>
    public IQueryable<PublicationLine> Lines(PortalDb db)
    {
        var found = db.Publications.AsNoTracking();
        if (Year is >= 2000 and <= 2100)
        {
            var (first, last) = (new DateOnly(Year.Value, 1, 1), new DateOnly(Year.Value, 12, 31));
            found = found.Where(p => p.Date >= first && p.Date <= last);
        }

        found = Programme is { } programme ? found.Where(p => p.ProgrammeId == programme) : found;
        found = Level switch
        {
            "region" => found.Where(p => p.MunicipalityId == null && p.SchoolId == null),
            "municipality" => found.Where(p => p.MunicipalityId != null),
            "school" => found.Where(p => p.SchoolId != null),
            _ => found,
        };
        return found.OrderByDescending(p => p.Date).ThenByDescending(p => p.Id).Select(p => new PublicationLine(
            p.Id, p.Date, p.Title, p.Place, p.Link, p.RegionId, p.MunicipalityId, p.SchoolId,
            db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault()
                ?? db.Municipalities.Where(m => m.Id == p.MunicipalityId).Select(m => m.Name).FirstOrDefault() ?? db.Regions.Where(r => r.Id == p.RegionId).Select(r => r.Name).First(),
            db.Programmes.Where(x => x.Id == p.ProgrammeId).Select(x => x.Name).FirstOrDefault(),
            p.Author));
    }

    public static byte[] Workbook(IReadOnlyList<PublicationLine> lines) => CuratorTable.Write(
        "Публикации",
        [("Дата", 12), ("Заголовок", 50), ("Чья", 34), ("Где", 26), ("Ссылка", 50), ("Программа", 34), ("Кто внёс", 40)],
        lines.Select(l => new[]
        {
            Cell.Date(l.Date), Cell.Text(l.Title, CellStyle.Wrap), Cell.Text(l.Owner), Cell.Text(l.Place), Cell.Text(l.Link), Cell.Text(l.Programme), Cell.Text(l.Author),
        }));
}

/// <summary>Whose publications the person writes: the region's, the own municipality's, the own school's.</summary>
public static class PublicationRights
{
    /// <summary>The owner of what the person adds: municipality and school; both null for the region.</summary>
    public static (int? MunicipalityId, int? SchoolId) Own(Person person) => (person.Scope.MunicipalityId, person.Scope.SchoolIds is [var school] ? school : null);

    public static bool MayChange(Person person, int regionId, int? municipalityId, int? schoolId) =>
        person.May(Policies.ReportWork) && person.Scope.RegionId == regionId && (person.Scope.SeesRegion ? person.Role == PortalRole.RegionalCoordinator : Own(person) == (municipalityId, schoolId));
}

/// <summary>A publication as it is filled in.</summary>
public sealed record PublicationForm
{
    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public string? Place { get; init; }

    public string? Link { get; init; }

    public int? Programme { get; init; }

    /// <summary>A method, for the framework reads every property of a form.</summary>
    public PublicationNotes ToNotes() => new(Title, Date, Place, Link, Programme);
}

public sealed class PublicationFormValidator : AbstractValidator<PublicationForm>
{
    public PublicationFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("Укажите заголовок.");
        RuleFor(f => f.Date).NotNull().WithMessage("Укажите день публикации.");
        RuleFor(f => f.Place).NotEmpty().WithMessage("Укажите, где опубликовано.");
        RuleFor(f => f.Link).NotEmpty().WithMessage("Укажите ссылку.");
    }
}
