using System.Security.Cryptography;
using System.Text.Json;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>Puts a checked form into a school and saves it. Refusals land beside their fields.</summary>
public sealed class SchoolEditing(PortalDb db, Person person)
{
    public async Task<IReadOnlyList<Municipality>> MunicipalitiesAsync(CancellationToken cancellationToken) =>
        await db.Municipalities.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellationToken);

    public async Task<School?> FindAsync(int id, CancellationToken cancellationToken) =>
        await db.Schools.Include(s => s.Codes).Include(s => s.FormerNames).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>One editor of a school at a time: whoever comes second waits, and then sees what the first has saved. Commit to save.</summary>
    public async Task<IDbContextTransaction> TakeTurnAsync(int id, CancellationToken cancellationToken)
    {
        var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from schools where id = {id} for update", cancellationToken);
        return turn;
    }

    /// <summary>Tells whether a school is still what its form was filled from. Codes stand in rows of their own, so the row's version would not tell.</summary>
    public async Task<string> VersionAsync(School school, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(SchoolForm.Of(school, await HeadCodeAsync(school, cancellationToken)))));

    /// <summary>The code that a form writes for the head school.</summary>
    public async Task<string?> HeadCodeAsync(School school, CancellationToken cancellationToken) => school.HeadSchoolId is null
        ? null
        : await db.SchoolCodes
            .Where(c => c.SchoolId == school.HeadSchoolId && c.ValidTo == null && c.Kind != SchoolCodeKind.Oktmo)
            .OrderBy(c => c.Kind == SchoolCodeKind.FisOko ? 0 : 1).ThenBy(c => c.Id)
            .Select(c => c.Value)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Saves the form into the school; null where something was refused.</summary>
    /// <param name="school">A stored school, or null for a new one.</param>
    public async Task<School?> SaveAsync(School? school, SchoolForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        var municipality = await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Id == form.MunicipalityId, cancellationToken);
        if (municipality is null || (school is not null && municipality.RegionId != school.RegionId))
        {
            errors.AddModelError(Field(nameof(form.MunicipalityId)), "Выберите муниципалитет из списка.");
            return null;
        }

        var codes = form.Codes.ToDictionary(c => c.Kind, c => string.IsNullOrWhiteSpace(c.Written) ? null : SchoolCodes.Normalise(c.Kind, c.Written, out _));
        await RefuseTakenAsync(school, municipality.RegionId, codes, form, errors, cancellationToken);
        var head = await HeadAsync(school, municipality.RegionId, form, errors, cancellationToken);
        if (!errors.IsValid)
        {
            return null;
        }

        var name = form.Name!.Trim();
        school ??= db.Schools.Add(new School { RegionId = municipality.RegionId, Name = name }).Entity;
        school.Rename(name, today);
        school.FullName = SchoolForm.Trimmed(form.FullName);
        school.MunicipalityId = municipality.Id;
        school.Type = form.Type;
        school.LegalForm = SchoolForm.Trimmed(form.LegalForm);
        school.Status = form.Status;
        school.Settlement = form.Settlement;
        school.Pupils = SchoolForm.Count(form.Pupils);
        school.Teachers = SchoolForm.Count(form.Teachers);
        school.Site = SchoolForm.Trimmed(form.Site);
        school.Contacts = SchoolForm.Trimmed(form.Contacts);
        foreach (var (kind, digits) in codes)
        {
            if (digits is null)
            {
                school.EndCode(kind, today);
            }
            else
            {
                school.SetCode(kind, digits, today);
            }
        }

        if (head is null)
        {
            school.BecomeIndependent();
        }
        else if (school.BecomeBranchOf(head) is { } refusal)
        {
            errors.AddModelError(Field(nameof(form.HeadCode)), refusal);
            return null;
        }

        db.Reason = SchoolForm.Trimmed(form.Reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return school;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Somebody gave the code to another school between the question and the answer.
            db.ChangeTracker.Clear();
            await RefuseTakenAsync(school, municipality.RegionId, codes, form, errors, cancellationToken);
            return null;
        }
    }

    private static string Field(string name) => "Form." + name;

    private async Task RefuseTakenAsync(
        School? school, int regionId, Dictionary<SchoolCodeKind, string?> codes, SchoolForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        string[] values = [.. codes.Values.OfType<string>()];
        var own = school?.Id ?? 0;
        var taken = await db.SchoolCodes
            .Where(c => c.RegionId == regionId && c.SchoolId != own && c.Kind != SchoolCodeKind.Oktmo && values.Contains(c.Value))
            .Select(c => new { c.Kind, c.Value, c.ValidTo, School = db.Schools.First(s => s.Id == c.SchoolId).Name })
            .ToListAsync(cancellationToken);
        foreach (var (kind, field, _) in form.Codes)
        {
            if (taken.Find(t => t.Kind == kind && t.Value == codes[kind]) is { } code)
            {
                errors.AddModelError(
                    Field(field),
                    code.ValidTo is { } until
                        ? $"{kind.RussianName()} {code.Value} был у школы «{code.School}» по {RussianFigures.Date(until)}: по нему опознаются её прежние результаты."
                        : $"{kind.RussianName()} {code.Value} уже у школы «{code.School}». Проверьте код или сначала измените его у той школы.");
            }
        }
    }

    private async Task<School?> HeadAsync(School? school, int regionId, SchoolForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        if (SchoolForm.Trimmed(form.HeadCode) is not { } written)
        {
            return null;
        }

        var digits = SchoolCodes.FisOkoDigits(written) ?? written;
        var heads = await db.Schools
            .Where(s => s.RegionId == regionId && s.Codes.Any(c => c.Value == digits && c.ValidTo == null && c.Kind != SchoolCodeKind.Oktmo))
            .OrderBy(s => s.Codes.Any(c => c.Value == digits && c.Kind == SchoolCodeKind.FisOko) ? 0 : 1).ThenBy(s => s.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (heads.Count == 0)
        {
            errors.AddModelError(Field(nameof(form.HeadCode)), $"Школы с кодом «{written}» нет в реестре. Укажите логин ФИС ОКО или другой код головной школы.");
            return null;
        }

        if (school is not null && await db.Schools.AnyAsync(s => s.HeadSchoolId == school.Id, cancellationToken))
        {
            errors.AddModelError(Field(nameof(form.HeadCode)), "У школы есть свои филиалы, поэтому филиалом она быть не может.");
            return null;
        }

        return heads[0];
    }
}
