using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>A school that is added because a row of an upload names it: the form is filled from the row, and the dry run is checked anew afterwards.</summary>
public sealed class SchoolFromRow(PortalDb db, UploadQuery uploads, ImportApply apply, Person person)
{
    /// <summary>The form as the row fills it; null where the batch no longer waits or the row names a known school.</summary>
    public async Task<SchoolForm?> FillAsync(int uploadId, long rowId, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(uploadId, cancellationToken) is not { State: BatchState.Checked } upload
            || await uploads.FindRowAsync(uploadId, rowId, cancellationToken) is not { MayBeMatched: true } row)
        {
            return null;
        }

        var places = await db.Municipalities.Where(m => m.RegionId == upload.RegionId && (upload.MunicipalityId == null || m.Id == upload.MunicipalityId))
            .Select(m => new Place(m.Id, m.Name, m.FisOkoCode)).ToListAsync(cancellationToken);
        var name = CandidateQuery.NameOf(row);
        string? Code(SchoolCodeKind kind) => row.CodeKinds is [var likeliest, ..] && likeliest == kind.ToString() ? row.Code : null;
        return new SchoolForm
        {
            Name = name == row.Code ? null : name,
            MunicipalityId = (places.Find(p => p.IsCalled(row.Municipality)) ?? (upload.MunicipalityId is null ? null : places.FirstOrDefault()))?.Id,
            Type = SchoolTypes.FromName(name),
            FisOko = Code(SchoolCodeKind.FisOko),
            Oge = Code(SchoolCodeKind.Oge),
            Ege = Code(SchoolCodeKind.Ege),
            Inn = Code(SchoolCodeKind.Inn),
            Ogrn = Code(SchoolCodeKind.Ogrn),
        };
    }

    /// <summary>Checks the dry run anew; where the added school's codes do not tell, the row is remembered as naming it. Returns a refusal, or null.</summary>
    public async Task<string?> SettleAsync(int uploadId, long rowId, int schoolId, CancellationToken cancellationToken)
    {
        if (await apply.RecheckAsync(uploadId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await uploads.FindRowAsync(uploadId, rowId, cancellationToken) is { MayBeMatched: true }
            ? await apply.ConfirmAsync(uploadId, rowId, schoolId, person.Id, cancellationToken)
            : null;
    }
}
