using System.Net.Sockets;
using EffectiveSchool.Web.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>Letters over real SMTP.</summary>
public sealed class MailTests
{
    private const string Subject = "Эффективная школа: просрочено 2, на этой неделе 14, ждёт решения 3 — сводка на 23.11.2026";

    private static readonly Letter Letter = new("digest-1", "Директор@пример.рф", Subject, "Срок — 05.12.2026.\n.точка в начале строки", "<p>Срок — <b>05.12.2026</b>.</p>");

    [Fact]
    public async Task A_letter_arrives_with_its_Russian_subject_text_and_html()
    {
        await using var server = new SmtpListener();
        Assert.Equal(SendOutcome.Sent, await Sender(server.Port).SendAsync(Letter with { To = "director@test.local" }, CancellationToken.None));

        var received = Assert.Single(server.Letters);
        Assert.Equal("director@test.local", received.To);
        Assert.Equal(Subject, received.Subject);
        Assert.Contains("Срок — 05.12.2026.", received.Text, StringComparison.Ordinal);
        Assert.Contains(".точка в начале строки", received.Text, StringComparison.Ordinal);
        Assert.Contains("<b>05.12.2026</b>", received.Html, StringComparison.Ordinal);
        Assert.Equal("<digest-1@portal.test>", received.Header("Message-ID"));
        Assert.Equal("auto-generated", received.Header("Auto-Submitted"));
        Assert.Contains("Эффективная школа", received.Header("From"), StringComparison.Ordinal);
        Assert.DoesNotContain(received.Raw, c => c > 127);
    }

    [Fact]
    public async Task Until_it_is_switched_on_nothing_is_sent()
    {
        await using var server = new SmtpListener();
        var sender = new MailSender(MailSettings.Read(new ConfigurationBuilder().Build()), NullLogger<MailSender>.Instance);
        Assert.Equal(SendOutcome.NotTaken, await sender.SendAsync(Letter, CancellationToken.None));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_refusal_of_the_server_and_a_server_that_is_away_say_that_the_letter_was_not_taken()
    {
        await using var server = new SmtpListener { AnswerToRecipient = "451 Try later" };
        Assert.Equal(SendOutcome.NotTaken, await Sender(server.Port).SendAsync(Letter with { To = "a@test.local" }, CancellationToken.None));
        Assert.Equal(SendOutcome.NotTaken, await Sender(FreePort()).SendAsync(Letter with { To = "a@test.local" }, CancellationToken.None));
        Assert.Equal(SendOutcome.NotTaken, await Sender(server.Port).SendAsync(Letter with { To = "not an address" }, CancellationToken.None));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_letter_leaves_its_fate_unknown()
    {
        await using var server = new SmtpListener { CutsAfterLetter = true };
        Assert.Equal(SendOutcome.Unknown, await Sender(server.Port).SendAsync(Letter with { To = "a@test.local" }, CancellationToken.None));
        Assert.Single(server.Letters);
    }

    [Theory]
    [InlineData("Mail:Host", "Mail:Host")]
    [InlineData("Mail:From", "Mail:From")]
    [InlineData("Portal:Address", "Portal:Address")]
    public void Mail_that_is_on_must_know_server_sender_and_portal(string missing, string named)
    {
        var settings = Settings(25);
        settings.Remove(missing);
        var fault = Assert.Throws<InvalidOperationException>(() => MailSettings.Read(Configuration(settings)));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string?> Settings(int port) => new(StringComparer.Ordinal)
    {
        ["Mail:On"] = "true",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{port}",
        ["Mail:Tls"] = "false",
        ["Mail:From"] = "portal@portal.test",
        ["Portal:Address"] = "https://portal.test",
    };

    private static MailSender Sender(int port) => new(MailSettings.Read(Configuration(Settings(port))), NullLogger<MailSender>.Instance);

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
