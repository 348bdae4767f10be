using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Events;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>A school found for a row of a file; by its name alone a person is asked to look.</summary>
public sealed record FoundParticipant(ParticipantRow Row, ParticipantLine Line, bool ByName);

/// <summary>A row whose school was not found, with schools that are alike by name.</summary>
public sealed record UnknownParticipant(ParticipantRow Row, IReadOnlyList<Candidate> Candidates);

/// <summary>What a file says, before a person stores it.</summary>
public sealed record ParticipantPlan(ParticipantFile File, IReadOnlyList<FoundParticipant> Found, IReadOnlyList<UnknownParticipant> Unknown, IReadOnlyList<Refusal> Refusals);

/// <summary>Reads who took part from a workbook, csv or pasted table into the form of the page: nothing is stored before a person saves the form.</summary>
public sealed class ParticipantImport(PortalDb db, CandidateQuery candidates)
{
    /// <summary>Rows of one form at most.</summary>
    public const int MostRows = 1000;

    private const int MostProposed = 30;

    /// <summary>The plan of a file or of a pasted text; a refusal where there is neither.</summary>
    public async Task<(ParticipantPlan? Plan, string? Refusal)> PlanAsync(int regionId, IFormFile? upload, string? text, CancellationToken cancellationToken)
    {
        if (upload is null && string.IsNullOrWhiteSpace(text))
        {
            return (null, "Выберите файл или вставьте таблицу.");
        }

        if (text?.Length > PastedTable.MostCharacters)
        {
            return (null, "Вставленный текст слишком велик: загрузите файл.");
        }

        await using var content = upload?.OpenReadStream() ?? new MemoryStream(PastedTable.ToFile(text!));
        var file = ParticipantFileReader.Read(content, upload is null ? PastedTable.FileName : Path.GetFileName(upload.FileName), cancellationToken);
        return file.Rows.Count > MostRows
            ? (null, $"В файле {file.Rows.Count} школ, а за один раз записывается не больше {MostRows}: разделите файл.")
            : (await MatchAsync(regionId, file, cancellationToken), null);
    }

    private async Task<ParticipantPlan> MatchAsync(int regionId, ParticipantFile file, CancellationToken cancellationToken)
    {
        var schools = await db.Schools.Where(s => s.RegionId == regionId && s.Status == SchoolStatus.Active)
            .Join(db.Municipalities, s => s.MunicipalityId, m => m.Id, (s, m) => new ParticipantLine(s.Id, s.Name, m.Id, m.Name, null, null, null)).ToListAsync(cancellationToken);
        var match = await SchoolMatch<ParticipantLine>.ForAsync(db, regionId, schools, file.Rows, cancellationToken);
        var (found, unknown, refusals) = (new List<FoundParticipant>(), new List<UnknownParticipant>(), file.Refusals.ToList());
        foreach (var row in file.Rows)
        {
            var meant = match.Of(row);
            if (meant is [var school] && found.Find(f => f.Line.SchoolId == school.SchoolId) is { } twice)
            {
                refusals.Add(new Refusal(file.FileName, row.Sheet, row.Row, row.Cell, row.AsWritten, $"«{school.School}» уже есть в строке {twice.Row.Row}.", "Оставьте одну строку о школе."));
            }
            else if (meant is [var one])
            {
                found.Add(new FoundParticipant(row, one with { People = row.People, Managers = row.Managers, Again = row.Again }, row.Code is null));
            }
            else
            {
                unknown.Add(new UnknownParticipant(row, unknown.Count < MostProposed && row.Name.Length > 0 ? await candidates.ProposeAsync(regionId, row.Name, row.Municipality, cancellationToken) : []));
            }
        }

        return new ParticipantPlan(file, found, unknown, refusals);
    }
}
