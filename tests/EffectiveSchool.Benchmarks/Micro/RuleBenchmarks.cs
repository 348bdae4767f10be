using BenchmarkDotNet.Attributes;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Benchmarks.Micro;

/// <summary>The rule in memory over a whole country, beside a loop that only compares its counts with the threshold.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private IdentificationInput _input = null!;
    private IdentificationRun _run = null!;
    private (int Participants, int Failed)[] _counts = [];

    [Params(1_500, 40_000)]
    public int Schools { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _input = new IdentificationInput(World.Year, Methodology.SameProcedure, World.Invent(Schools).ToSchoolInputs(), new HashSet<(string, int)>());
        _run = LowResultRule.Judge(_input);
        _counts = [.. _run.Verdicts.SelectMany(v => v.Markers).Select(m => (m.Participants ?? 0, m.Failed ?? 0))];
    }

    [Benchmark(Baseline = true)]
    public int BareComparison() => _counts.Count(c => c.Participants > 0 && c.Failed * 100 >= 30 * c.Participants);

    [Benchmark]
    public IdentificationRun Judge() => LowResultRule.Judge(_input);

    [Benchmark]
    public string Hash() => CanonicalRun.Sha256(_run);

    [Benchmark]
    public int WhatIf25() => WhatIf.Compare(_run.Verdicts, _run.Methodology, new WhatIfChange { ThresholdPercent = 25 }, World.Year).ListedWhatIf;

    [Benchmark]
    public int Explain() => _run.Verdicts.Sum(v => ExplanationText.Explain(v, _run.Methodology, World.Year).Count);
}
