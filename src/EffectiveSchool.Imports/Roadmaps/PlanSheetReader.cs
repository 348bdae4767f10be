namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>Turns the rows of a sheet under their headings into activities: sections, continued rows, lost numbers.</summary>
internal sealed class PlanSheetReader(string? sheet, PlanSections sections)
{
    private readonly List<Draft> _drafts = [];
    private string? _before;

    /// <summary>An activity while its rows come.</summary>
    private sealed class Draft(PlanRow row, string number, PlanSections sections)
    {
        public string Number { get; } = number;

        public IReadOnlyList<string> Sections { get; } = sections.Path;

        public int? Year { get; } = sections.Year;

        public string Title { get; set; } = row.Text(PlanColumn.Title);

        public string Term { get; set; } = row[PlanColumn.Term].Text.Trim();

        public string Responsible { get; set; } = row.Text(PlanColumn.Responsible);

        public string Expected { get; set; } = row.Text(PlanColumn.Expected);

        public List<int> Rows { get; } = [row.Source.Number];

        public List<PlanRepair> Repairs { get; } = [.. row.Repairs];

        public bool IsDoubtful { get; set; } = row.IsDoubtful;

        /// <summary>Says of a date that its cell shows without the day what was read.</summary>
        public void NoteMonth(PlanRow part)
        {
            if (part[PlanColumn.Term] is { IsMonth: true } cell)
            {
                var address = part.Source.Address(part.Source.Cells.ToList().IndexOf(cell));
                Repairs.Add(new PlanRepair(address, $"{address}: Excel хранит день, а показывает месяц и год; прочитано «{cell.Text}»."));
            }
        }
    }

    /// <summary>Activities of the sheet.</summary>
    public IEnumerable<PlanActivity> Activities => _drafts.Select(d => new PlanActivity(
        d.Number, d.Sections, d.Year, d.Title, d.Term, d.Responsible, d.Expected, sheet, d.Rows,
        d.IsDoubtful ? PlanConfidence.Doubtful : d.Repairs.Count > 0 ? PlanConfidence.Repaired : PlanConfidence.Sure, d.Repairs));

    /// <summary>Takes a row under the headings.</summary>
    /// <param name="row">The row.</param>
    /// <param name="head">Headings in force.</param>
    /// <param name="next">The row after it, or null: tells a section from an activity without a term.</param>
    public void Take(TableRow row, PlanHead head, TableRow? next)
    {
        var columns = head.Columns;
        var texts = row.Cells.Where(c => !c.IsEmpty).Select(c => CellText.Clean(c.Text)).Distinct(StringComparer.Ordinal).ToArray();
        if (texts.Length == 1 && IsSection(row, columns, texts[0]))
        {
            sections.Open(texts[0]);
            return;
        }

        var cells = PlanRow.Of(row, head);
        var number = PlanNumbers.Read(cells[PlanColumn.Number]);
        if (number is not null && IsNumberedSection(cells, number, head, next))
        {
            sections.Open($"{number}. {cells.Text(PlanColumn.Title)}");
            return;
        }

        if (number is null && _drafts.Count > 0 && IsContinued(cells, columns))
        {
            Continue(_drafts[^1], cells);
            return;
        }

        Add(cells, number, columns.Values.Contains(PlanColumn.Number));
    }

    /// <summary>«1 | 2 | 3 | 4 | 5» under the headings.</summary>
    public static bool IsColumnCount(TableRow row)
    {
        var cells = row.Cells.Where(c => !c.IsEmpty).ToArray();
        return cells.Length > 2 && cells.Select((c, i) => CellText.Count(c) == i + 1).All(isNext => isNext);
    }

    private bool IsSection(TableRow row, IReadOnlyDictionary<int, PlanColumn> columns, string text)
    {
        var filled = row.Cells.Select((cell, i) => (cell, i)).Where(c => !c.cell.IsEmpty).Select(c => c.i).ToArray();
        if (filled.Length > 1 || PlanSections.IsHeading(text))
        {
            return text.Length > 3 && (filled.Length > 1 || !PlanRow.IsTerm(text) || PlanSections.YearOf(text) is not null);
        }

        var column = columns.TryGetValue(filled[0], out var known) ? known : (PlanColumn?)null;
        return column switch
        {
            PlanColumn.Number => PlanNumbers.Read(row[filled[0]]) is null,
            PlanColumn.Title => !char.IsLower(text[0]) && !IsOpen(_drafts.Count > 0 ? _drafts[^1].Title : ""),
            null => _drafts.Count == 0 || filled[0] < columns.Keys.Min(),
            _ => false,
        };
    }

    /// <summary>«1.1 | Организационные мероприятия» with nothing else, and «1.1.1» under it.</summary>
    private static bool IsNumberedSection(PlanRow cells, string number, PlanHead head, TableRow? next)
    {
        if (!cells.Has(PlanColumn.Title) || cells.Has(PlanColumn.Term) || cells.Has(PlanColumn.Responsible) || cells.Has(PlanColumn.Expected))
        {
            return false;
        }

        var after = next is null ? null : PlanNumbers.Read(PlanRow.Of(next, head)[PlanColumn.Number]);
        return after?.StartsWith(number + ".", StringComparison.Ordinal) == true || (after is not null && !char.IsAsciiDigit(number[0]) && char.IsAsciiDigit(after[0]));
    }

    /// <summary>A row without a number goes on with the activity above, unless it has a name and a term of its own.</summary>
    private static bool IsContinued(PlanRow cells, IReadOnlyDictionary<int, PlanColumn> columns)
    {
        var startsLow = cells.Text(PlanColumn.Title) is { Length: > 0 } title && char.IsLower(title[0]);
        return columns.Values.Contains(PlanColumn.Number)
            ? !cells.Has(PlanColumn.Number) && (!cells.Has(PlanColumn.Title) || !cells.Has(PlanColumn.Term) || startsLow)
            : !cells.Has(PlanColumn.Title) || startsLow;
    }

    /// <summary>A name that breaks off: an open quotation mark, a comma or a hyphen at its end.</summary>
    private static bool IsOpen(string title) =>
        title.Length > 0 && (title[^1] is ',' or '-' or '–' or ':' || title.Count(c => c == '«') > title.Count(c => c == '»') || title.Count(c => c == '(') > title.Count(c => c == ')'));

    private static void Continue(Draft draft, PlanRow row)
    {
        draft.Title = PlanText.Join(draft.Title, row.Text(PlanColumn.Title), " ");
        draft.Term = PlanText.Join(draft.Term, row[PlanColumn.Term].Text, "\n");
        draft.Responsible = PlanText.Join(draft.Responsible, row.Text(PlanColumn.Responsible), " ");
        draft.Expected = PlanText.Join(draft.Expected, row.Text(PlanColumn.Expected), " ");
        var address = row.Source.Address(row.Source.Cells.ToList().FindIndex(c => !c.IsEmpty));
        draft.Repairs.AddRange(row.Repairs);
        draft.IsDoubtful |= row.IsDoubtful;
        draft.NoteMonth(row);
        draft.Repairs.Add(new PlanRepair(address, $"Строка {row.Source.Number} без номера продолжает строку {draft.Rows[^1]}: соединены."));
        draft.Rows.Add(row.Source.Number);
    }

    private void Add(PlanRow row, string? written, bool hasNumbers)
    {
        var isUnnumbered = row.Text(PlanColumn.Number) == PlanColumns.NoNumber;
        var number = isUnnumbered ? "" : written ?? row.Text(PlanColumn.Number);
        var cell = row[PlanColumn.Number];
        var mended = written is null ? null : PlanNumbers.Mended(cell, written, _before);
        var draft = new Draft(row, mended ?? number, sections);
        var at = row.Source.Address(0);
        if (mended is not null)
        {
            Note($"Номер «{number}» прочитан как «{mended}»: Excel отбросил последний ноль.");
        }
        else if (cell.Date is not null)
        {
            Note($"Номер записан датой «{cell.Text}»: прочитан как «{number}».");
            draft.IsDoubtful = true;
        }
        else if (written is null && hasNumbers && !isUnnumbered)
        {
            Note(number.Length == 0 ? "У мероприятия нет номера." : $"Номер «{number}» не похож на номер: оставлен как есть.");
            draft.IsDoubtful = true;
        }
        else if (number.Length > 0 && _drafts.Exists(d => d.Number == number && d.Sections.SequenceEqual(sections.Path)))
        {
            Note($"Номер {number} повторён: мероприятия различаются строками.");
        }
        else if (_before is not null && IsSkipped(_before, draft.Number))
        {
            Note($"Перед номером {draft.Number} пропущен номер {PlanNumbers.Next(_before)}.");
        }

        draft.NoteMonth(row);
        if (draft.Title.Length == 0)
        {
            Note("У мероприятия нет названия.");
            draft.IsDoubtful = true;
        }

        _drafts.Add(draft);
        _before = draft.Number.Length > 0 ? draft.Number : _before;

        void Note(string text) => draft.Repairs.Add(new PlanRepair(at, text));
    }

    /// <summary>«1.1.10» and then «1.1.12» of the same section.</summary>
    private static bool IsSkipped(string before, string number)
    {
        var dot = number.LastIndexOf('.') + 1;
        return before.LastIndexOf('.') + 1 == dot && before.AsSpan(0, dot).SequenceEqual(number.AsSpan(0, dot))
            && int.TryParse(before.AsSpan(dot), out var last) && int.TryParse(number.AsSpan(dot), out var next) && next == last + 2;
    }
}
