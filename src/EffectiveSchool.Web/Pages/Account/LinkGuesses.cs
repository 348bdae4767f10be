using System.Threading.RateLimiting;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>Counts links that nobody was given, per address of the visitor: twenty in a quarter of an hour close the page for it.</summary>
public sealed class LinkGuesses : IDisposable
{
    public const int Most = 20;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromMinutes(15), QueueLimit = 0 }));

    public bool TooMany(HttpContext http) => _limiter.GetStatistics(http)?.CurrentAvailablePermits == 0;

    public void Count(HttpContext http) => _limiter.AttemptAcquire(http).Dispose();

    public void Dispose() => _limiter.Dispose();
}
