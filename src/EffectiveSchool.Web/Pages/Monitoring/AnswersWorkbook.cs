using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>All answers of a round as a workbook: a row a school, a column an item; a missing answer is an empty cell.</summary>
public sealed class AnswersWorkbook(PortalDb db, Person person)
{
    public async Task<byte[]> WriteAsync(MonitoringCycle cycle, MonitoringRound round, IReadOnlyList<SubmissionLine> lines, CancellationToken cancellationToken)
    {
        int[] ids = [.. lines.Select(l => l.Id)];
        var answers = (await db.Set<MonitoringAnswer>().AsNoTracking().Where(a => ids.Contains(a.SubmissionId)).ToListAsync(cancellationToken))
            .ToDictionary(a => (a.SubmissionId, a.ItemId), a => a.Value);
        int[] files = [.. answers.Values.Select(v => v.FileId).OfType<int>()];
        var names = await db.StoredFiles.Where(f => files.Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToDictionaryAsync(f => f.Id, f => f.Name, cancellationToken);
        var zone = await person.ZoneAsync();
        var today = await person.TodayAsync();
        return CuratorTable.Write(
            round.Title,
            [
                ("Муниципалитет", 26), ("Школа", 40), ("Состояние", 22), ("Сдано", 14),
                .. cycle.Items.Select(i => (i.Title + (i.Unit.Length > 0 ? $", {i.Unit}" : ""), 24.0)),
            ],
            lines.Select(line => (Cell[])
            [
                Cell.Text(line.Municipality), Cell.Text(line.School),
                Cell.Text(line.State.RussianName() + (line.State.IsLate(round.Due, today) ? ", просрочено" : "")),
                Cell.Date(line.SubmittedAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null),
                .. cycle.Items.Select(item => answers.GetValueOrDefault((line.Id, item.Id)) switch
                {
                    null => Cell.Empty(),
                    { Number: { } number } => Cell.Number(number),
                    { FileId: { } file } => Cell.Text(names.GetValueOrDefault(file)),
                    var value => Cell.Text(value.Shown, CellStyle.Wrap),
                }),
            ]));
    }
}
