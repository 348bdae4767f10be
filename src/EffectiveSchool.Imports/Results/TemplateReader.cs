namespace EffectiveSchool.Imports.Results;

/// <summary>What the aggregated template and marker matrices have in common: year, procedure and school in each row.</summary>
internal abstract class TemplateReader(TemplateColumns columns, Findings findings, string? sheet) : SheetReader(findings, sheet)
{
    private const string FixTheCode = "Исправьте код школы.";

    private readonly Dictionary<(string Procedure, int Year), SectionDraft> _sections = [];
    private readonly Dictionary<string, string?> _procedures = new(StringComparer.Ordinal);
    private readonly List<int> _zerosRestored = [];

    protected TemplateColumns Columns { get; } = columns;

    /// <summary>Columns without which a row says nothing: such rows of a template are left unfilled, not wrong.</summary>
    protected abstract IReadOnlyList<TemplateColumn> Figures { get; }

    public sealed override void Read(TableRow row)
    {
        if (Columns.Cell(row, TemplateColumn.Code).IsEmpty && Figures.All(f => Columns.Cell(row, f).IsEmpty))
        {
            return;
        }

        var written = AsWritten(row);
        if (ReadYear(row, written) is not { } year || ReadProcedure(row, written) is not { } procedure || ReadSchool(row, written, procedure) is not { } school)
        {
            return;
        }

        if (!_sections.TryGetValue((procedure, year), out var section))
        {
            section = new SectionDraft(Sheet, procedure, year, Columns.Recognised);
            _sections.Add((procedure, year), section);
        }

        var result = ReadResult(row, school, procedure, year);
        if (school.Code.Length == 0)
        {
            RefuseWithoutCode(row, school, result);
            return;
        }

        section.Schools.Add(school);
        if (result is not null)
        {
            section.Rows.Add(result);
        }
    }

    /// <summary>By its name alone the file does not say which school it is; who knows the registry may say it.</summary>
    private void RefuseWithoutCode(TableRow row, SchoolMention school, ResultRow? result)
    {
        var refusal = new Refusal(Findings.File, Sheet, row.Number, school.Cell, school.AsWritten, SchoolCodeReader.NotGiven, FixTheCode);
        if (result is null)
        {
            Findings.Refuse(refusal);
        }
        else
        {
            Findings.Unsettle(result, refusal);
        }
    }

    public override IEnumerable<SectionDraft> Finish()
    {
        Findings.Note(Sheet, _zerosRestored, "Код школы записан числом из пяти цифр: потерянный ноль впереди добавлен, код прочитан как логин ФИС ОКО");
        return base.Finish();
    }

    /// <summary>The result of a row, or null where there is none or it was refused.</summary>
    protected abstract ResultRow? ReadResult(TableRow row, SchoolMention school, string procedure, int year);

    protected sealed override IEnumerable<SectionDraft> Sections() => _sections.Values;

    protected void Refuse(TableRow row, TemplateColumn column, string written, string reason, string whatToDo) =>
        Findings.Refuse(Sheet, row, Columns.Place(column), written, reason, whatToDo);

    protected string Text(TableRow row, TemplateColumn column) => CellText.Clean(Columns.Cell(row, column).Text);

    private string AsWritten(TableRow row)
    {
        var name = Text(row, TemplateColumn.Name);
        var code = Text(row, TemplateColumn.Code);
        return name.Length == 0 ? code : code.Length == 0 ? name : $"{name} ({code})";
    }

    private int? ReadYear(TableRow row, string written)
    {
        var year = CellText.Year(Columns.Cell(row, TemplateColumn.Year));
        if (year is null)
        {
            Refuse(row, TemplateColumn.Year, written, $"Год «{Text(row, TemplateColumn.Year)}»: ожидается год процедуры четырьмя цифрами.", "Укажите год, например 2024.");
        }
        else if (Findings.RefusalOf(year.Value) is { } future)
        {
            Refuse(row, TemplateColumn.Year, written, future, "Исправьте год процедуры.");
            return null;
        }

        return year;
    }

    private string? ReadProcedure(TableRow row, string written)
    {
        var text = Text(row, TemplateColumn.Procedure);
        if (!_procedures.TryGetValue(text, out var procedure))
        {
            procedure = ProcedureNames.Recognise(text);
            _procedures.Add(text, procedure);
        }

        if (procedure is null)
        {
            Refuse(
                row, TemplateColumn.Procedure, written,
                text.Length == 0 ? "Процедура не указана." : $"Процедура «{text}» не распознана.",
                "Напишите, например, «ВПР 6 РУ», «ОГЭ МА», «ЕГЭ РУ», «ЕГЭ МА база» или «ЕГЭ МА профиль».");
        }

        return procedure;
    }

    private SchoolMention? ReadSchool(TableRow row, string written, string procedure)
    {
        var kind = Columns.CodeKind;
        var statedKind = CellText.Heading(Columns.Cell(row, TemplateColumn.CodeKind));
        if (statedKind.Length > 0)
        {
            kind = SchoolCodeReader.Kind(statedKind);
            if (kind is null)
            {
                Refuse(row, TemplateColumn.CodeKind, written, $"Вид кода «{Text(row, TemplateColumn.CodeKind)}» не распознан.", "Напишите «ФИС ОКО», «ОГЭ», «ЕГЭ» или «ИНН».");
                return null;
            }
        }

        var name = Text(row, TemplateColumn.Name);
        var municipality = Text(row, TemplateColumn.Municipality);
        if (name.Length > 0 && Text(row, TemplateColumn.Code).Length == 0)
        {
            return new SchoolMention(row.Number, row.Address(Columns.Place(TemplateColumn.Code) ?? Columns.Place(TemplateColumn.Name)!.Value), written, "", [], name, municipality, null);
        }

        if (SchoolCodeReader.Read(Columns.Cell(row, TemplateColumn.Code), kind, procedure, out var refusal) is not { } code)
        {
            Refuse(row, TemplateColumn.Code, written, refusal!, FixTheCode);
            return null;
        }

        if (code.ZeroRestored)
        {
            _zerosRestored.Add(row.Number);
        }

        return new SchoolMention(
            row.Number,
            row.Address(Columns.Place(TemplateColumn.Code)!.Value),
            written,
            code.Digits,
            code.Kinds,
            name,
            municipality,
            null);
    }
}
