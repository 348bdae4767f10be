using Xunit;

namespace EffectiveSchool.Testing;

/// <summary>A test on the real files of shared/samples; says so and is skipped where they are absent.</summary>
public sealed class SamplesFactAttribute : FactAttribute
{
    public SamplesFactAttribute() => Skip = SharedSamples.SkipReason!;
}
