using System.Text;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An activity of a preview: as it stands now, and as read.</summary>
/// <param name="Index">Place in the plan, from 0.</param>
/// <param name="Activity">As it stands now, corrected by hand or not.</param>
/// <param name="Term">Its term as it stands now.</param>
/// <param name="Read">As read.</param>
public sealed record PreviewLine(int Index, PlanActivity Activity, Term Term, PlanActivity Read);

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
        var lines = plan.Activities.Select((read, i) =>
        {
            var written = upload.Lines.GetValueOrDefault(i) ?? new LineByHand();
            var activity = read with
            {
                Term = written.Term ?? read.Term,
                Title = written.Title ?? read.Title,
                Responsible = written.Responsible ?? read.Responsible,
                Expected = written.Expected ?? read.Expected,
            };
            return new PreviewLine(i, activity, TermReader.Read(activity.Term, period, activity.SectionYear), read);
        });
        return new Preview(plan, [.. lines]);
    }

    /// <summary>Keeps what a person wrote; words as they were read are no correction. Says how many terms and how many lines are other than before.</summary>
    public async Task<(int Terms, int Lines)> CorrectAsync(RoadmapUpload upload, Programme programme, IReadOnlyDictionary<int, LineForm> written, CancellationToken cancellationToken)
    {
        var read = Read(upload, programme.Period, cancellationToken).Plan.Activities;
        var kept = new Dictionary<int, LineByHand>(upload.Lines);
        var (terms, lines) = (0, 0);
        foreach (var (index, form) in written.Where(w => w.Key >= 0 && w.Key < read.Count))
        {
            var before = kept.GetValueOrDefault(index) ?? new LineByHand();
            var now = form.Against(read[index], before);
            terms += now.Term == before.Term ? 0 : 1;
            lines += now == before ? 0 : 1;
            if (now.IsEmpty)
            {
                kept.Remove(index);
            }
            else
            {
                kept[index] = now;
            }
        }

        upload.Lines = kept;
        await db.SaveChangesAsync(cancellationToken);
        return (terms, lines);
    }

    /// <summary>Sets the columns by hand; corrected words belong to the reading before and are forgotten.</summary>
    public async Task SetColumnsAsync(RoadmapUpload upload, ColumnsByHand columns, CancellationToken cancellationToken)
    {
        upload.Columns = columns;
        upload.Lines = new Dictionary<int, LineByHand>();
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
        foreach (var (_, activity, term, read) in preview.Lines)
        {
            roadmap.Add(activity.Sections, activity.SectionYear, new ActivityWords(activity.Number, activity.Title, activity.Responsible, activity.Expected), term, read.Term);
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
