namespace EffectiveSchool.Domain.Results.Collection;

/// <summary>
/// «Данные подтверждены»: a municipality, or the region on its behalf, answers for its results of one procedure and year.
/// It stands until those results change.
/// </summary>
public sealed class DataConfirmation
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 1000;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality whose data they are.</summary>
    public required int MunicipalityId { get; init; }

    /// <summary>The stored procedure.</summary>
    public required int ProcedureId { get; init; }

    /// <summary>Calendar year of the results.</summary>
    public required int Year { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid ConfirmedBy { get; init; }

    /// <summary>Who confirmed, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>The region confirmed on behalf of the municipality.</summary>
    public required bool OnBehalf { get; init; }

    /// <summary>What the sender adds, e.g. why schools are missing; or null.</summary>
    public string? Note { get; init; }

    /// <summary>When it was withdrawn because the data changed, UTC; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What changed the data: «загрузка № 12»; null while it stands.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Withdraws the confirmation: the data are no longer those that were confirmed.</summary>
    /// <param name="at">When they changed, UTC.</param>
    /// <param name="because">What changed them.</param>
    public void Withdraw(DateTimeOffset at, string because)
    {
        if (WithdrawnAt is null)
        {
            (WithdrawnAt, WithdrawnBecause) = (at, because);
        }
    }
}
