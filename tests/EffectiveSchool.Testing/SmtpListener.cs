using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EffectiveSchool.Testing;

/// <summary>A local SMTP server that keeps what it is given (RFC 5321, as much as a client needs).</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedLetter> _letters = new();
    private readonly Task _accepting;

    public SmtpListener()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Letters taken so far, in their order.</summary>
    public IReadOnlyList<ReceivedLetter> Letters => [.. _letters];

    /// <summary>What is said to a recipient: «250 OK», or a refusal such as «451 Try later».</summary>
    public string AnswerToRecipient { get; set; } = "250 OK";

    /// <summary>Whether the connection is cut when a letter has been taken, before its sender is told.</summary>
    public bool CutsAfterLetter { get; set; }

    /// <summary>How long the server thinks about a letter before it says that it has taken it.</summary>
    public TimeSpan Pause { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test.local ESMTP");
            var to = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 Go on");
                    var text = await ReadLetterAsync(reader);
                    _letters.Enqueue(new ReceivedLetter(to, text));
                    await Task.Delay(Pause, _stop.Token);
                    if (CutsAfterLetter)
                    {
                        return;
                    }
                }
                else if (verb == "RCPT")
                {
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                }

                await writer.WriteLineAsync(verb switch
                {
                    "RCPT" => AnswerToRecipient,
                    "QUIT" => "221 Bye",
                    "EHLO" or "HELO" => "250 test.local",
                    _ => "250 OK",
                });
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The client has gone, or the test is over.
        }
    }

    private async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }
}
