namespace EffectiveSchool.Domain.Identification;

/// <summary>Where a list stands in its life (domain.md §5).</summary>
public enum ListState
{
    /// <summary>Черновик: seen by the region alone, may be run again.</summary>
    Draft,

    /// <summary>Предварительный: schools see it.</summary>
    Preliminary,

    /// <summary>Утверждён приказом: frozen with its inputs.</summary>
    Approved,

    /// <summary>Архив.</summary>
    Archived,
}

/// <summary>The Russian names of the states.</summary>
public static class ListStates
{
    /// <summary>«черновик», «предварительный», «утверждён», «архив».</summary>
    public static string RussianName(this ListState state) => state switch
    {
        ListState.Draft => "черновик",
        ListState.Preliminary => "предварительный",
        ListState.Approved => "утверждён",
        _ => "архив",
    };
}

/// <summary>The order (приказ) that approves a list.</summary>
/// <param name="Number">Number as printed, e.g. «412-п».</param>
/// <param name="Date">Date of the order.</param>
public sealed record Order(string Number, DateOnly Date);

/// <summary>
/// A list (перечень) of schools with low results: one state machine. Every transition returns null, or a Russian
/// sentence saying why it is refused, in which case nothing has changed.
/// </summary>
public sealed class SchoolList
{
    /// <summary>Kamchatka's day begins first: an order dated there today is not from the future.</summary>
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(12);

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The year the list is for: «Перечень ШНОР на 2024 год …».</summary>
    public required int ForYear { get; init; }

    /// <summary>The results year: «… по результатам 2022 и 2023 годов» is 2023.</summary>
    public required int ResultsYear { get; init; }

    /// <summary>The stored methodology that judged it.</summary>
    public int MethodologyId { get; private set; }

    /// <summary>State.</summary>
    public ListState State { get; private set; } = ListState.Draft;

    /// <summary>When the identification was last run, UTC.</summary>
    public DateTimeOffset RunAt { get; private set; }

    /// <summary>SHA-256 of the run as <see cref="CanonicalRun"/> writes it.</summary>
    public string RunSha256 { get; private set; } = "";

    /// <summary>Number of the approving order, null before approval.</summary>
    public string? OrderNumber { get; private set; }

    /// <summary>Date of the approving order, null before approval.</summary>
    public DateOnly? OrderDate { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Whether its figures can no longer change.</summary>
    public bool IsFrozen => State is ListState.Approved or ListState.Archived;

    /// <summary>Records an identification run: only a draft may be run again.</summary>
    /// <param name="run">The run whose verdicts are stored with the list.</param>
    /// <param name="methodologyId">Key of the stored methodology.</param>
    /// <param name="now">Now, UTC.</param>
    public string? RecordRun(IdentificationRun run, int methodologyId, DateTimeOffset now)
    {
        if (State != ListState.Draft)
        {
            return $"Пересчитать можно только черновик, а перечень — {State.RussianName()}. Верните его в черновик или создайте новый.";
        }

        if (run.Year != ResultsYear)
        {
            return $"Расчёт сделан по результатам {run.Year} года, а перечень — по результатам {ResultsYear} года. Выполните расчёт за {ResultsYear} год.";
        }

        MethodologyId = methodologyId;
        RunAt = now;
        RunSha256 = CanonicalRun.Sha256(run);
        return null;
    }

    /// <summary>Черновик → предварительный: schools see it from now on.</summary>
    public string? Publish()
    {
        if (State != ListState.Draft)
        {
            return $"Предварительным можно сделать только черновик, а перечень — {State.RussianName()}.";
        }

        if (RunSha256.Length == 0)
        {
            return "В перечне ещё нет расчёта. Сначала выполните расчёт, затем делайте перечень предварительным.";
        }

        State = ListState.Preliminary;
        return null;
    }

    /// <summary>Предварительный → черновик: to run it again.</summary>
    public string? ReturnToDraft()
    {
        if (State != ListState.Preliminary)
        {
            return $"Вернуть в черновик можно только предварительный перечень, а этот — {State.RussianName()}.";
        }

        State = ListState.Draft;
        return null;
    }

    /// <summary>Предварительный → утверждён: the list is frozen.</summary>
    /// <param name="order">The order.</param>
    /// <param name="rerun">A run on today's data: it must equal the run of the list, or the list is out of date.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Approve(Order order, IdentificationRun rerun, DateTimeOffset now)
    {
        if (State != ListState.Preliminary)
        {
            return $"Утвердить можно только предварительный перечень, а этот — {State.RussianName()}.";
        }

        if (string.IsNullOrWhiteSpace(order.Number))
        {
            return "Укажите номер приказа.";
        }

        if (order.Date.Year < ResultsYear)
        {
            return $"Дата приказа {RussianFigures.Date(order.Date)} раньше года результатов ({ResultsYear}). Проверьте дату.";
        }

        if (order.Date > DateOnly.FromDateTime(now.UtcDateTime.Add(EasternmostOffset)))
        {
            return $"Дата приказа {RussianFigures.Date(order.Date)} ещё не наступила.";
        }

        if (CanonicalRun.Sha256(rerun) != RunSha256)
        {
            return "После расчёта перечня данные изменились. Верните перечень в черновик и пересчитайте его, затем утверждайте.";
        }

        State = ListState.Approved;
        OrderNumber = order.Number.Trim();
        OrderDate = order.Date;
        ApprovedAt = now;
        return null;
    }

    /// <summary>Утверждён → архив.</summary>
    public string? Archive()
    {
        if (State != ListState.Approved)
        {
            return $"В архив переводится только утверждённый перечень, а этот — {State.RussianName()}.";
        }

        State = ListState.Archived;
        return null;
    }
}
