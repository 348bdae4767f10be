namespace EffectiveSchool.Data.Reminders;

public enum DigestState
{
    /// <summary>There was nothing to say.</summary>
    Nothing,

    /// <summary>Taken up. Whatever stays here was interrupted, may have gone out, and is never sent again.</summary>
    Sending,

    /// <summary>The server certainly has not taken it: to be tried again the same day.</summary>
    NotTaken,

    Sent,
}

/// <summary>The daily letter of a person on a day: at most one, whoever sends it and however often.</summary>
public sealed class DigestLetter
{
    public required Guid UserId { get; init; }

    /// <summary>The day in the region's zone.</summary>
    public required DateOnly Day { get; init; }

    public required DigestState State { get; set; }

    /// <summary>How often it was taken up.</summary>
    public int Tries { get; set; }

    public required DateTimeOffset At { get; set; }
}
