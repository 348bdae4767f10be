namespace EffectiveSchool.Reports.Printing;

/// <summary>No pdf can be made on this machine; the message says in Russian why and what the operator has to do.</summary>
public sealed class PdfUnavailableException : Exception
{
    /// <summary>An exception with a sentence for the person and, where there is one, the cause for the log.</summary>
    public PdfUnavailableException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
