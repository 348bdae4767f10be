using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>How ЕГЭ МА is counted.</summary>
public enum MathEgeChoice
{
    /// <summary>База and профиль, two procedures.</summary>
    Two,

    /// <summary>One marker «ЕГЭ МА».</summary>
    One,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>A school type in the form: left out or not, and why.</summary>
public sealed record LeftOutChoice
{
    public SchoolType Type { get; init; }

    public bool IsLeftOut { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A new version of a methodology.</summary>
public sealed record MethodologyForm
{
    public string? Title { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public decimal? ThresholdPercent { get; init; }

    public ThresholdComparator Comparator { get; init; }

    /// <summary>Codes without ЕГЭ МА, which <see cref="MathEge"/> tells.</summary>
    public List<string> Procedures { get; init; } = [];

    public MathEgeChoice MathEge { get; init; }

    public int? LowProceduresForA { get; init; }

    public CriterionBVersion CriterionB { get; init; }

    public int? MinParticipants { get; init; }

    public BranchRule Branches { get; init; }

    public List<LeftOutChoice> LeftOut { get; init; } = [];

    /// <summary>The kind of the methodology it is a version of: it is not changed.</summary>
    public MethodologyKind Kind { get; init; }

    public int? LeastTrue { get; init; }

    public decimal? OlympiadPercent { get; init; }

    public decimal? SeniorStagePercent { get; init; }

    public decimal? PrimarySumPoints { get; init; }

    public decimal? OgeRussianMark { get; init; }

    public decimal? OgeMathMark { get; init; }

    public decimal? EgePoints { get; init; }

    public YearsRule OverYears { get; init; }

    public static MethodologyForm Of(Methodology methodology) => new()
    {
        Title = methodology.Title,
        InForceFrom = methodology.InForceFrom,
        ThresholdPercent = methodology.ThresholdPercent,
        Comparator = methodology.Comparator,
        Procedures = [.. methodology.Procedures.Where(p => !IsMathEge(p))],
        MathEge = methodology.MathEgeIsOne ? MathEgeChoice.One : methodology.Procedures.Any(IsMathEge) ? MathEgeChoice.Two : MathEgeChoice.None,
        LowProceduresForA = methodology.LowProceduresForA,
        CriterionB = methodology.CriterionB,
        MinParticipants = methodology.MinParticipants,
        Branches = methodology.Branches,
        Kind = methodology.Kind,
        LeastTrue = methodology.Kind == MethodologyKind.LowResults ? null : methodology.LeastTrue,
        OlympiadPercent = methodology.Twelve?.OlympiadPercent,
        SeniorStagePercent = methodology.Twelve?.SeniorStagePercent,
        PrimarySumPoints = methodology.Twelve?.PrimarySumPoints,
        OgeRussianMark = methodology.Twelve?.OgeRussianMark,
        OgeMathMark = methodology.Twelve?.OgeMathMark,
        EgePoints = methodology.Twelve?.EgePoints,
        OverYears = methodology.Twelve?.OverYears ?? YearsRule.MeanOfYears,
        LeftOut = [.. Enum.GetValues<SchoolType>().Select(type => new LeftOutChoice
        {
            Type = type,
            IsLeftOut = methodology.LeftOutTypes.Any(t => t.Type == type),
            Reason = methodology.LeftOutTypes.FirstOrDefault(t => t.Type == type)?.Reason,
        })],
    };

    /// <summary>The methodology the form describes; its own problems are for <see cref="Methodology.Problems"/> to tell.</summary>
    /// <param name="code">Code of the methodology it is a version of.</param>
    /// <param name="version">Number of the version.</param>
    /// <param name="order">All procedures in the order of the matrix.</param>
    public Methodology ToMethodology(string code, int version, IReadOnlyList<string> order)
    {
        if (Kind != MethodologyKind.LowResults)
        {
            return ToIndicators(code, version);
        }

        string[] math = MathEge switch
        {
            MathEgeChoice.Two => [Domain.Results.Procedures.BaseMathEge, Domain.Results.Procedures.ProfileMathEge],
            MathEgeChoice.One => [Domain.Results.Procedures.UnitedMathEge],
            _ => [],
        };
        return new Methodology
        {
            Code = code,
            Version = version,
            Title = Title!.Trim(),
            InForceFrom = InForceFrom!.Value,
            // The division drops trailing zeros: 30,00 typed again is the same 30.
            ThresholdPercent = ThresholdPercent!.Value / 1.0000000000000000000000000000m,
            Comparator = Comparator,
            Procedures = [.. order.Where(p => IsMathEge(p) ? math.Contains(p) : Procedures.Contains(p, StringComparer.Ordinal))],
            LowProceduresForA = LowProceduresForA!.Value,
            CriterionB = CriterionB,
            MinParticipants = MinParticipants!.Value,
            Branches = Branches,
            LeftOutTypes = [.. LeftOutTypes()],
        };
    }

    private Methodology ToIndicators(string code, int version) => (Kind == MethodologyKind.TwelveIndicators ? Methodology.TwelveIndicators : Methodology.ResourceRisk) with
    {
        Code = code,
        Version = version,
        Title = Title!.Trim(),
        InForceFrom = InForceFrom!.Value,
        LeftOutTypes = [.. LeftOutTypes()],
        Twelve = Kind != MethodologyKind.TwelveIndicators ? null : new TwelveIndicatorsRule
        {
            LeastTrue = LeastTrue!.Value,
            OlympiadPercent = Plain(OlympiadPercent),
            SeniorStagePercent = Plain(SeniorStagePercent),
            PrimarySumPoints = Plain(PrimarySumPoints),
            OgeRussianMark = Plain(OgeRussianMark),
            OgeMathMark = Plain(OgeMathMark),
            EgePoints = Plain(EgePoints),
            OverYears = OverYears,
        },
        RiskZone = Kind != MethodologyKind.RiskZone ? null : new RiskZoneRule { LeastTrue = LeastTrue!.Value },
    };

    private IEnumerable<LeftOutType> LeftOutTypes() => LeftOut.Where(t => t.IsLeftOut).OrderBy(t => t.Type).Select(t => new LeftOutType(t.Type, t.Reason!.Trim()));

    /// <summary>The division drops trailing zeros: 0,50 typed again is the same 0,5.</summary>
    private static decimal Plain(decimal? number) => number!.Value / 1.0000000000000000000000000000m;

    public static bool IsMathEge(string procedure) =>
        procedure is Domain.Results.Procedures.BaseMathEge or Domain.Results.Procedures.ProfileMathEge or Domain.Results.Procedures.UnitedMathEge;
}

public sealed class MethodologyFormValidator : AbstractValidator<MethodologyForm>
{
    private const int LongestTitle = 200;
    private const int LongestReason = 300;

    public MethodologyFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("Назовите методику.");
        RuleFor(f => f.Title).MaximumLength(LongestTitle).WithMessage($"Название не длиннее {LongestTitle} знаков.");
        RuleFor(f => f.InForceFrom).NotNull().WithMessage("Укажите, с какого дня действует версия.");
        When(f => f.Kind == MethodologyKind.LowResults, () =>
        {
            RuleFor(f => f.ThresholdPercent).NotNull().WithMessage("Укажите порог доли неуспешных, %.");
            RuleFor(f => f.LowProceduresForA).NotNull().WithMessage("Укажите, сколько низких процедур нужно для критерия A.");
            RuleFor(f => f.MinParticipants).NotNull().WithMessage("Укажите наименьшее число участников.");
        }).Otherwise(() => RuleFor(f => f.LeastTrue).NotNull().WithMessage("Укажите, сколько показателей должно выполняться."));
        When(f => f.Kind == MethodologyKind.TwelveIndicators, () =>
        {
            RuleFor(f => f.OlympiadPercent).NotNull().WithMessage("Укажите порог участия в олимпиадах, %.");
            RuleFor(f => f.SeniorStagePercent).NotNull().WithMessage("Укажите порог перехода в 10 класс, %.");
            RuleFor(f => f.PrimarySumPoints).NotNull().WithMessage("Укажите разницу сумм ВПР, баллов.");
            RuleFor(f => f.OgeRussianMark).NotNull().WithMessage("Укажите порог средней отметки ОГЭ по русскому языку.");
            RuleFor(f => f.OgeMathMark).NotNull().WithMessage("Укажите порог средней отметки ОГЭ по математике.");
            RuleFor(f => f.EgePoints).NotNull().WithMessage("Укажите отставание по ЕГЭ, баллов.");
        });
        RuleFor(f => f.Kind).IsInEnum().WithMessage("Такого вида методик нет.");
        RuleFor(f => f.OverYears).IsInEnum().WithMessage("Выберите, как считается «за три года».");
        RuleFor(f => f.Comparator).IsInEnum().WithMessage("Выберите сравнение из списка.");
        RuleFor(f => f.CriterionB).IsInEnum().WithMessage("Выберите версию критерия B из списка.");
        RuleFor(f => f.Branches).IsInEnum().WithMessage("Выберите, как учитываются филиалы.");
        RuleFor(f => f.MathEge).IsInEnum().WithMessage("Выберите, как учитывается ЕГЭ по математике.");
        RuleForEach(f => f.LeftOut).Where(t => t.IsLeftOut).ChildRules(t =>
        {
            t.RuleFor(c => c.Type).IsInEnum().WithMessage("Такого типа школ нет.");
            t.RuleFor(c => c.Reason).NotEmpty().WithMessage(c => $"Укажите, почему не оцениваются школы типа «{c.Type.RussianName()}».");
            t.RuleFor(c => c.Reason).MaximumLength(LongestReason).WithMessage($"Причина не длиннее {LongestReason} знаков.");
        });
    }
}
