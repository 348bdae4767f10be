using System.Text;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An activity of a preview: as read, with its term as it stands now.</summary>
/// <param name="Index">Place in the plan, from 0.</param>
/// <param name="Activity">As read.</param>
/// <param name="Term">Its term, corrected by hand or not.</param>
/// <param name="IsCorrected">Whether a person wrote the term.</param>
public sealed record PreviewLine(int Index, PlanActivity Activity, Term Term, bool IsCorrected);

/// <summary>A plan as it would be stored.</summary>
public sealed record Preview(PlanFile Plan, IReadOnlyList<PreviewLine> Lines)
{
    /// <summary>The sheets' rows by sheet and number, to show beside what was read.</summary>
    public string SourceOf(PlanActivity activity, int row) => Plan.Sheets.FirstOrDefault(s => s.Name == activity.Sheet)?.Rows.FirstOrDefault(r => r.Number == row) is { } source
        ? string.Join(" │ ", source.Cells.Select(c => c.Text))
        : "";
}

/// <summary>The import of a plan: kept file → preview → confirmation. Nothing of it is stored before.</summary>
public sealed class RoadmapImport(PortalDb db, WorkFanOut works, Person person, TimeProvider clock)
{
    /// <summary>Plans are small: the largest known takes 30 KB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int LongestName = 500;

    /// <summary>Keeps a file until it is confirmed; an earlier one of the same person gives way.</summary>
    public async Task<RoadmapUpload> KeepAsync(int programmeId, string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        await db.RoadmapUploads.Where(u => u.AuthorId == person.Id).ExecuteDeleteAsync(cancellationToken);
        var upload = new RoadmapUpload
        {
            ProgrammeId = programmeId,
            AuthorId = person.Id,
            FileName = fileName.Length > 300 ? fileName[^300..] : fileName,
            Bytes = bytes,
            CreatedAt = clock.GetUtcNow(),
        };
        db.RoadmapUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload;
    }

    /// <summary>The person's own plan that waits for confirmation with its programme, or null.</summary>
    public async Task<(RoadmapUpload Upload, Programme Programme)?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var upload = await db.RoadmapUploads.SingleOrDefaultAsync(u => u.Id == id && u.AuthorId == person.Id, cancellationToken);
        var programme = upload is null ? null : await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == upload.ProgrammeId, cancellationToken);
        return upload is not null && programme is not null && person.MayChange(programme) ? (upload, programme) : null;
    }

    /// <summary>The plan as it stands now.</summary>
    public static Preview Read(RoadmapUpload upload, ProgrammePeriod period, CancellationToken cancellationToken)
    {
        var layout = upload.Columns is { } byHand
            ? new PlanLayout(byHand.HeadingRow, byHand.Columns.ToDictionary(c => c.Key, c => Enum.Parse<PlanColumn>(c.Value)))
            : null;
        using var stream = new MemoryStream(upload.Bytes, writable: false);
        var plan = PastedTable.Is(upload.FileName)
            ? PlanReader.ReadPasted(Encoding.UTF8.GetString(upload.Bytes), layout)
            : PlanReader.Read(stream, upload.FileName, layout, cancellationToken);
        var lines = plan.Activities.Select((activity, i) =>
        {
            var isCorrected = upload.Terms.TryGetValue(i, out var term);
            return new PreviewLine(i, activity, TermReader.Read(isCorrected ? term! : activity.Term, period, activity.SectionYear), isCorrected);
        });
        return new Preview(plan, [.. lines]);
    }

    /// <summary>Keeps terms that a person wrote; a term as it was read is no correction.</summary>
    public async Task CorrectAsync(RoadmapUpload upload, Programme programme, IReadOnlyDictionary<int, string?> terms, CancellationToken cancellationToken)
    {
        var read = Read(upload, programme.Period, cancellationToken).Plan.Activities;
        var kept = new Dictionary<int, string>(upload.Terms);
        foreach (var (index, term) in terms.Where(t => t.Key >= 0 && t.Key < read.Count))
        {
            var written = (term ?? "").Trim().ReplaceLineEndings("\n");
            if (written == read[index].Term.ReplaceLineEndings("\n"))
            {
                kept.Remove(index);
            }
            else
            {
                kept[index] = written;
            }
        }

        upload.Terms = kept;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Sets the columns by hand; corrected terms belong to the reading before and are forgotten.</summary>
    public async Task SetColumnsAsync(RoadmapUpload upload, ColumnsByHand columns, CancellationToken cancellationToken)
    {
        upload.Columns = columns;
        upload.Terms = new Dictionary<int, string>();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stores the plan as previewed, all of it or nothing.</summary>
    public async Task<Roadmap> ApplyAsync(RoadmapUpload upload, Programme programme, CancellationToken cancellationToken)
    {
        var preview = Read(upload, programme.Period, cancellationToken);
        var title = preview.Plan.Title.Length > 0 ? preview.Plan.Title : Path.GetFileNameWithoutExtension(upload.FileName);
        var roadmap = new Roadmap
        {
            ProgrammeId = programme.Id,
            RegionId = programme.RegionId,
            Name = title.Length > LongestName ? title[..LongestName] : title,
            FileName = upload.FileName,
            Sha256 = preview.Plan.Sha256!,
            Author = person.DisplayName,
            CreatedAt = clock.GetUtcNow(),
        };
        foreach (var (_, activity, term, _) in preview.Lines)
        {
            roadmap.Add(activity.Sections, activity.SectionYear, new ActivityWords(activity.Number, activity.Title, activity.Responsible, activity.Expected), term, activity.Term);
        }

        db.Roadmaps.Add(roadmap);
        db.RoadmapUploads.Remove(upload);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await works.RenewAsync(programme.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return roadmap;
    }

    public async Task ForgetAsync(RoadmapUpload upload, CancellationToken cancellationToken)
    {
        db.RoadmapUploads.Remove(upload);
        await db.SaveChangesAsync(cancellationToken);
    }
}
