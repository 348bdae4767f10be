using System.Runtime.InteropServices;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>What a sum is of.</summary>
internal readonly record struct ProtocolKey(string Code, string CodeKind, string Procedure, int Year);

/// <summary>Sums of pupils by school, procedure and year.</summary>
internal sealed class ProtocolSums
{
    private readonly Dictionary<ProtocolKey, Sum> _sums = [];

    public int Count => _sums.Count;

    public void Clear() => _sums.Clear();

    public void Add(ProtocolKey key, bool failed, int? mark, decimal? score)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sum ??= new Sum();
        sum.Participants++;
        sum.Failed += failed ? 1 : 0;
        if (mark is { } known)
        {
            sum.Marks[known - 2]++;
        }

        if (score is { } points)
        {
            sum.Scores++;
            sum.Points += points;
        }
    }

    public List<ProtocolTotal> ToTotals() => [.. _sums
        .OrderBy(s => s.Key.Procedure, StringComparer.Ordinal).ThenBy(s => s.Key.Year).ThenBy(s => s.Key.Code, StringComparer.Ordinal)
        .Select(s => new ProtocolTotal(
            s.Key.Code, s.Key.CodeKind, s.Key.Procedure, s.Key.Year, s.Value.Participants, s.Value.Failed,
            s.Value.Marks.Sum() == s.Value.Participants ? new MarkCounts(s.Value.Marks[0], s.Value.Marks[1], s.Value.Marks[2], s.Value.Marks[3]) : null,
            s.Value.Scores == s.Value.Participants ? Math.Round(s.Value.Points / s.Value.Scores, 2, MidpointRounding.AwayFromZero) : null))];

    private sealed class Sum
    {
        public int Participants { get; set; }

        public int Failed { get; set; }

        public int[] Marks { get; } = new int[4];

        public int Scores { get; set; }

        public decimal Points { get; set; }
    }
}
