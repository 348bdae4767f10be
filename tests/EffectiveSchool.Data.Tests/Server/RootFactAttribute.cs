namespace EffectiveSchool.Data.Tests.Server;

/// <summary>A test of what happens when the portal runs as root; says so and is skipped for an ordinary user.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null! : "только для root на Linux";
}
