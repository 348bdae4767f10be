using System.Collections.Concurrent;
using System.Threading.Channels;

namespace EffectiveSchool.Web.Imports;

/// <summary>Batches that wait to be read. Those that a stop of the portal left behind are found in the database by the worker.</summary>
public sealed class ImportQueue
{
    private const int MostWaiting = 100;

    private readonly Channel<int> _batches = Channel.CreateBounded<int>(MostWaiting);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();

    /// <summary>Batches in the order in which they came.</summary>
    public IAsyncEnumerable<int> TakeAsync(CancellationToken cancellationToken) => _batches.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Hands a batch to the worker and waits a little, so that the sender of a small file sees the outcome at once.</summary>
    public async Task EnqueueAsync(int batchId, TimeSpan patience, CancellationToken cancellationToken)
    {
        var done = _awaited.GetOrAdd(batchId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _batches.Writer.WriteAsync(batchId, cancellationToken);
            await Task.WhenAny(done.Task, Task.Delay(patience, cancellationToken));
        }
        finally
        {
            _awaited.TryRemove(batchId, out _);
        }
    }

    /// <summary>The batch has been read.</summary>
    public void Finish(int batchId)
    {
        if (_awaited.TryGetValue(batchId, out var done))
        {
            done.TrySetResult();
        }
    }
}
