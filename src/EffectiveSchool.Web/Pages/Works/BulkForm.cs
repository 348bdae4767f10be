using System.Globalization;
using EffectiveSchool.Domain.Roadmaps;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>What evidence goes with a report of many works.</summary>
public enum BulkProof
{
    None,
    Link,

    /// <summary>The file itself comes with the confirmation: a preview stores nothing.</summary>
    File,
}

/// <summary>One step of many works as it is filled in; each action reads its own part.</summary>
public sealed record BulkForm
{
    public WorkAction Action { get; init; } = WorkAction.Remark;

    public WorkOutcome? Outcome { get; init; }

    public string? Fact { get; init; }

    public decimal? Reached { get; init; }

    public string? Reason { get; init; }

    public string? Text { get; init; }

    public DateOnly? Due { get; init; }

    public BulkProof Proof { get; init; }

    public EvidenceKind Kind { get; init; } = EvidenceKind.Order;

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Link { get; init; }

    public bool Sends { get; init; }

    /// <summary>«id:version» of every work that the preview would change.</summary>
    public string? Seen { get; init; }

    public IFormFile? File { get; init; }

    public bool TakesFile => Action == WorkAction.Report && Proof == BulkProof.File;

    public WorkChange ToChange() => new(Action)
    {
        Report = Outcome is { } outcome ? new WorkReport(outcome, Fact, Reached, Reason) : null,
        Proof = Action == WorkAction.Report && Proof != BulkProof.None ? new WorkProof(Kind, Number?.Trim() ?? "", Date, Proof == BulkProof.Link ? Link?.Trim() ?? "" : null) : null,
        Sends = Sends,
        Due = Due,
        Text = Text,
    };

    /// <summary>Works of the preview with their versions; what is written otherwise is left out.</summary>
    public Dictionary<int, uint> SeenWorks()
    {
        var seen = new Dictionary<int, uint>();
        foreach (var pair in (Seen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) && uint.TryParse(parts[1], CultureInfo.InvariantCulture, out var version))
            {
                seen[id] = version;
            }
        }

        return seen;
    }

    public static string SeenText(IEnumerable<(int Id, uint Version)> works) =>
        string.Join(',', works.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Id}:{w.Version}")));

    /// <summary>What was filled in, as fields of the form that confirms it.</summary>
    public IEnumerable<(string Name, string Value)> Fields => new (string Name, string? Value)[]
    {
        (nameof(Action), Action.ToString()), (nameof(Outcome), Outcome?.ToString()), (nameof(Fact), Fact), (nameof(Reached), Reached?.ToString(Domain.RussianCulture.Value)),
        (nameof(Reason), Reason), (nameof(Text), Text), (nameof(Due), Day(Due)), (nameof(Proof), Proof.ToString()), (nameof(Kind), Kind.ToString()), (nameof(Number), Number),
        (nameof(Date), Day(Date)), (nameof(Link), Link), (nameof(Sends), Sends ? "true" : null),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => ("Form." + f.Name, f.Value!));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class BulkFormValidator : AbstractValidator<BulkForm>
{
    public BulkFormValidator()
    {
        RuleFor(f => f.Action).IsInEnum().WithMessage("Выберите действие.");
        RuleFor(f => f.Number).MaximumLength(50).WithMessage("Номер документа длиннее 50 знаков.");
        RuleFor(f => f.Date).Must(d => d is null || d.Value.Year is >= 2000 and <= 2100).WithMessage("Дата документа — с 2000 по 2100 год.");
        RuleFor(f => f.Outcome).NotNull().When(f => f.Action == WorkAction.Report).WithMessage("Выберите, что получилось: выполнено, выполнено частично или не выполнено.");
        RuleFor(f => f.Link).NotEmpty().When(f => f.Action == WorkAction.Report && f.Proof == BulkProof.Link).WithMessage("Укажите ссылку на подтверждение или выберите «без подтверждения».");
    }
}
