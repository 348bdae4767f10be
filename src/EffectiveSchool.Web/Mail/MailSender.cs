using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace EffectiveSchool.Web.Mail;

/// <summary>A letter to one person. The key names it for good: a receiver can tell a repeated one, a log names nobody.</summary>
public sealed record Letter(string Key, string To, string Subject, string Text, string Html);

public enum SendOutcome
{
    /// <summary>The server took the letter.</summary>
    Sent,

    /// <summary>The server certainly has not taken it: it may be sent again.</summary>
    NotTaken,

    /// <summary>The connection broke when the letter may have been taken: sending again might double it.</summary>
    Unknown,
}

/// <summary>Hands letters to the SMTP server, one at a time.</summary>
public sealed class MailSender(MailSettings settings, ILogger<MailSender> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<SendOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (!settings.On || !MailAddress.TryCreate(letter.To, out var to))
        {
            log.LogWarning("Letter {Letter} is not sent: {Why}", letter.Key, settings.On ? "the address cannot be read" : "mail is off");
            return SendOutcome.NotTaken;
        }

        using var message = Compose(letter, to);
        using var smtp = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User.Length > 0)
        {
            smtp.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await smtp.SendMailAsync(message, patience.Token);
            return SendOutcome.Sent;
        }
        catch (Exception fault) when (fault is SmtpException or OperationCanceledException or IOException or InvalidOperationException)
        {
            var outcome = OutcomeOf(fault);
            log.LogError(fault, "Letter {Letter} was not sent: {Outcome}", letter.Key, outcome);
            return outcome;
        }
    }

    /// <summary>An answer of the server is a refusal, and without a connection nothing was handed over; all else is uncertain.</summary>
    private static SendOutcome OutcomeOf(Exception fault) => fault switch
    {
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } => SendOutcome.NotTaken,
        SmtpException { InnerException: SocketException } => SendOutcome.NotTaken,
        _ => SendOutcome.Unknown,
    };

    private MailMessage Compose(Letter letter, MailAddress to)
    {
        var message = new MailMessage(new MailAddress(settings.From, "Эффективная школа", Encoding.UTF8), to)
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{letter.Key}@{settings.Portal.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
