using System.Diagnostics;

namespace EffectiveSchool.Benchmarks.Harness;

/// <summary>What one round of requests gave.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="P95">95 of 100 requests were answered within it.</param>
internal sealed record LoadRound(double PerSecond, TimeSpan P95);

/// <summary>Requests over kept-open connections to a server of this machine, and to no other.</summary>
internal static class Load
{
    /// <summary>The machine has two cores: more visitors at once would measure their queue.</summary>
    private const int Visitors = 8;

    public static HttpClient Client(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Visitors })
    {
        BaseAddress = address.IsLoopback ? address : throw new ArgumentException("Load goes to this machine alone.", nameof(address)),
    };

    /// <summary>Asks for one page over and over; any answer but 200 ends the measure.</summary>
    public static async Task<LoadRound> RoundAsync(HttpClient http, string page, TimeSpan duration)
    {
        var address = new Uri(page, UriKind.Relative);
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Task.Run(() => VisitAsync(http, address, start, duration))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        TimeSpan[] all = [.. times.SelectMany(t => t).Order()];
        return new LoadRound(all.Length / elapsed.TotalSeconds, all[(int)(0.95 * (all.Length - 1))]);
    }

    private static async Task<List<TimeSpan>> VisitAsync(HttpClient http, Uri address, long start, TimeSpan duration)
    {
        var times = new List<TimeSpan>();
        do
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.CopyToAsync(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(asked));
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        return times;
    }
}
