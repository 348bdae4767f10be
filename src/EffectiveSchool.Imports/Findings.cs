using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports;

/// <summary>Collects what a reader refuses and notes in one file.</summary>
internal sealed class Findings(string file)
{
    /// <summary>A file of nothing but errors must not fill the memory with sentences about them.</summary>
    private const int MostRefusals = 10_000;

    public string File { get; } = file;

    /// <summary>The current year where the file is read for: nothing can be the result of a later one.</summary>
    public int LastYear { get; init; } = CellText.LatestYear;

    /// <summary>Why a year cannot be that of a result; null where it can.</summary>
    public string? RefusalOf(int year) => year > LastYear ? $"Год {year} ещё не наступил: сейчас {LastYear}." : null;

    public List<Refusal> Refusals { get; } = [];

    public List<ImportNote> Notes { get; } = [];

    public List<UnsettledRow> Unsettled { get; } = [];

    /// <summary>The file holds the example sheet of a template, which is never read.</summary>
    public bool HasSample { get; set; }

    /// <summary>The file is the portal's own of a protocol, whose remarks say why it may have no rows.</summary>
    public bool HasRemarks { get; set; }

    /// <summary>Says why nothing was read where a person may have filled in the example instead.</summary>
    public void NoteUnfilled(bool isFilled)
    {
        if (HasSample && !isFilled)
        {
            Note(TemplateSheets.Sample, "это пример, он не читается. Впишите свои строки на первый лист шаблона.");
        }
    }

    public void Refuse(string? sheet, TableRow row, int? column, string asWritten, string reason, string whatToDo) =>
        Refuse(new Refusal(File, sheet, row.Number, column is { } known ? row.Address(known) : null, asWritten, reason, whatToDo));

    public void RefuseSheet(string? sheet, string reason, string whatToDo) =>
        Refuse(new Refusal(File, sheet, null, null, "", reason, whatToDo));

    public void RefuseFile(FileRefusedException fault) =>
        Refusals.Add(new Refusal(File, null, null, null, "", fault.Message, fault.WhatToDo));

    public void Refuse(Refusal refusal)
    {
        if (Refusals.Count >= MostRefusals)
        {
            throw new FileRefusedException(
                $"В файле больше {MostRefusals} строк с ошибками, он не принят целиком.",
                "Проверьте, тот ли это файл и не сдвинуты ли в нём столбцы.");
        }

        Refusals.Add(refusal);
    }

    /// <summary>Refuses a row whose figures were read all the same.</summary>
    public void Unsettle(ResultRow row, Refusal refusal)
    {
        Refuse(refusal);
        Unsettled.Add(new UnsettledRow(row, refusal));
    }

    public void Note(string? sheet, string text) => Notes.Add(new ImportNote(File, sheet, null, text));

    /// <summary>One note for many rows of a kind: «… (строки 12, 15, 18 и ещё 4)».</summary>
    public void Note(string? sheet, IReadOnlyList<int> rows, string text)
    {
        const int shown = 10;
        if (rows.Count == 0)
        {
            return;
        }

        var list = string.Join(", ", rows.Take(shown)) + (rows.Count > shown ? $" и ещё {rows.Count - shown}" : "");
        Notes.Add(new ImportNote(File, sheet, rows[0], $"{text} ({(rows.Count == 1 ? "строка" : "строки")} {list})."));
    }
}
