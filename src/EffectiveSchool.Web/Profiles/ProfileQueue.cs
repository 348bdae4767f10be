using System.Threading.Channels;

namespace EffectiveSchool.Web.Profiles;

/// <summary>Archives that wait to be printed. Those that a stop of the portal left behind are found in the database by the worker.</summary>
public sealed class ProfileQueue
{
    private readonly Channel<int> _archives = Channel.CreateUnbounded<int>();

    /// <summary>Archives in the order in which they came.</summary>
    public IAsyncEnumerable<int> TakeAsync(CancellationToken cancellationToken) => _archives.Reader.ReadAllAsync(cancellationToken);

    public void Enqueue(int archiveId) => _archives.Writer.TryWrite(archiveId);
}
