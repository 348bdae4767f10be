using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Web.Imports;

/// <summary>A column of a file on the page where a person says what it is.</summary>
/// <param name="Index">0-based place.</param>
/// <param name="Heading">Heading as written.</param>
/// <param name="Samples">The first cells under it.</param>
/// <param name="Ours">Our heading, as chosen or guessed; empty where the column is passed by.</param>
public sealed record MatchedColumn(int Index, string Heading, IReadOnlyList<string> Samples, string Ours);

/// <summary>The page where a person says what the columns of a file are.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Action">Address of the page.</param>
/// <param name="Sheets">Names of the sheets; empty for a csv.</param>
/// <param name="Sheet">The chosen one.</param>
/// <param name="Rows">Rows that may be the header: number and words.</param>
/// <param name="Header">Number of the chosen one.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Options">Our headings.</param>
/// <param name="Refusal">What is wrong with the choice, or why there is nothing to choose.</param>
public sealed record MatchView(
    string FileName, string Action, IReadOnlyList<string> Sheets, int Sheet, IReadOnlyList<(int Number, string Words)> Rows, int Header,
    IReadOnlyList<MatchedColumn> Columns, IReadOnlyList<string> Options, string? Refusal);

/// <summary>What a person posts: sheet, header row and our heading of each column.</summary>
public sealed class MatchForm
{
    public int Sheet { get; set; }

    public int Header { get; set; }

    public List<string?> Ours { get; set; } = [];
}

/// <summary>Proposes and checks what the columns of a file are; the check is the reading itself.</summary>
public sealed class ColumnMatching(ImportReread reread, Person person)
{
    private const int Samples = 3;
    private const int MostWords = 6;

    private static readonly string[] OtherCodes = ["Логин ФИС ОКО", "Код ОГЭ", "Код ЕГЭ", "ИНН"];

    /// <summary>The page for a file.</summary>
    public static MatchView Show(Stream bytes, string fileName, string action, ImportKind kind, MatchForm form, string? refusal, CancellationToken cancellationToken)
    {
        IReadOnlyList<TablePreview> sheets;
        try
        {
            sheets = TablePreview.Read(bytes, cancellationToken);
        }
        catch (FileRefusedException fault)
        {
            (sheets, refusal) = ([], $"{fault.Message} {fault.WhatToDo}");
        }

        if (sheets.Count == 0)
        {
            return new MatchView(fileName, action, [], 0, [], 0, [], [], refusal ?? "В файле нет ни одной заполненной таблицы.");
        }

        var place = Math.Clamp(form.Sheet, 0, sheets.Count - 1);
        var rows = sheets[place].Rows.Where(r => r.Signature is not null).ToList();
        var header = rows.Find(r => r.Number == form.Header) ?? rows.Find(r => r.Number == sheets[place].LikelyHeader);
        var options = OptionsOf(kind);
        return new MatchView(
            fileName,
            action,
            [.. sheets.Select(s => s.Sheet).OfType<string>()],
            place,
            rows.ConvertAll(r => (r.Number, string.Join(" · ", r.Cells.Where(c => c.Length > 0).Take(MostWords)))),
            header?.Number ?? 0,
            header is null ? [] : [.. header.Cells.Select((heading, i) => new MatchedColumn(
                i,
                heading,
                [.. sheets[place].Rows.Where(r => r.Number > header.Number).Take(Samples).Select(r => i < r.Cells.Count ? r.Cells[i] : "")],
                form.Ours.Count > i ? form.Ours[i] ?? "" : options.FirstOrDefault(o => string.Equals(o, heading, StringComparison.OrdinalIgnoreCase)) ?? ""))],
            options,
            refusal ?? (header is null ? "На листе нет строки, похожей на заголовки: нужны хотя бы два заполненных столбца." : null));
    }

    /// <summary>Remembers the choice for the sender. Returns what is wrong with it, or null.</summary>
    /// <param name="bytes">The file, from its beginning.</param>
    /// <param name="municipalityId">The sender's municipality; null for the region.</param>
    public async Task<string?> RememberAsync(Stream bytes, string fileName, ImportKind kind, int regionId, int? municipalityId, MatchForm form, CancellationToken cancellationToken)
    {
        IReadOnlyList<TablePreview> sheets;
        try
        {
            sheets = TablePreview.Read(bytes, cancellationToken);
        }
        catch (FileRefusedException fault)
        {
            return $"{fault.Message} {fault.WhatToDo}";
        }

        var header = sheets.ElementAtOrDefault(form.Sheet)?.Rows.FirstOrDefault(r => r.Number == form.Header);
        if (header?.Signature is not { } signature)
        {
            return "Выберите строку заголовков.";
        }

        var options = OptionsOf(kind);
        string[] ours = [.. header.Cells.Select((_, i) => i < form.Ours.Count && form.Ours[i] is { } chosen && options.Contains(chosen, StringComparer.Ordinal) ? chosen : "")];
        if (ours.Where(o => o.Length > 0).GroupBy(o => o, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            return $"«{twice.Key}» выбрано для двух столбцов. Оставьте один.";
        }

        var map = new HeadingMap(signature, header.Cells, ours);
        bytes.Position = 0;
        if (Check(bytes, fileName, kind, map, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await reread.RememberAsync(
            new ColumnMapping
            {
                RegionId = regionId, MunicipalityId = municipalityId, Kind = kind, Signature = signature, Written = [.. map.Written], Ours = [.. map.Ours],
                ConfirmedBy = person.Id, ConfirmedAt = default,
            },
            cancellationToken);
        return null;
    }

    /// <summary>The readers themselves say what the choice lacks: a sentence on a sheet or the file, not on a row.</summary>
    private static string? Check(Stream bytes, string fileName, ImportKind kind, HeadingMap map, CancellationToken cancellationToken)
    {
        if (kind == ImportKind.Registry)
        {
            var registry = SchoolFileReader.Read(bytes, fileName, null, cancellationToken, [map]);
            return registry.Columns.Count > 0 ? null : "Выберите столбец «Наименование ОО» и хотя бы один столбец с кодом школы.";
        }

        var results = ResultFileReader.Read(bytes, fileName, null, cancellationToken, [map]);
        return results.Format != ResultFileFormat.Unknown
            ? null
            : results.Refusals.Where(r => r.Row is null && r.Reason.Contains("нет столбца", StringComparison.Ordinal)).Select(r => r.Reason + " Выберите его среди столбцов файла.").FirstOrDefault()
                ?? "Выберите столбцы «Год», «Процедура», «Код школы», «Участников» и «Не преодолели порог»: без них результат не прочитать.";
    }

    private static IReadOnlyList<string> OptionsOf(ImportKind kind) => kind == ImportKind.Registry
        ? [.. RegistryColumns.All.Select(c => c.Heading)]
        : [.. ResultTemplate.Columns.Concat(ResultTemplate.ComparisonColumns).Select(c => c.Heading).Concat(OtherCodes).Distinct(StringComparer.Ordinal)];
}
