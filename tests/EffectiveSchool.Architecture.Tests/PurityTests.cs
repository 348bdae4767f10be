using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EffectiveSchool.Architecture.Tests;

/// <summary>
/// Domain and Demo do no I/O and have no clock or chance but what is passed in: read from the members their compiled code
/// calls, so that no way of writing it slips by.
/// </summary>
public class PurityTests
{
    /// <summary>Types of namespaces that are else forbidden: they work in memory.</summary>
    private static readonly HashSet<string> InMemory = new(StringComparer.Ordinal) { "System.IO.MemoryStream", "System.IO.Stream" };

    /// <summary>What the compiler itself calls in a method with <c>yield</c>.</summary>
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    private static readonly string[] ForbiddenNamespaces =
        ["System.IO", "System.Net", "System.Data", "System.Diagnostics.Process", "System.Runtime.InteropServices.Marshalling"];

    private static readonly HashSet<string> ForbiddenTypes = new(StringComparer.Ordinal)
    {
        "System.Console", "System.Environment", "System.AppContext", "System.Random", "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process", "System.Threading.Thread", "System.Threading.Timer", "System.TimeZoneInfo",
    };

    private static readonly HashSet<string> ForbiddenMembers = new(StringComparer.Ordinal)
    {
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.set_CurrentCulture",
    };

    [Theory]
    [InlineData("Domain")]
    [InlineData("Demo")]
    public void No_file_no_network_no_clock_no_chance(string room)
    {
        var forbidden = CalledMembers(Repository.Assembly(room)).FindAll(IsForbidden);
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_scan_sees_what_it_looks_for() =>
        Assert.Contains("System.IO.File.OpenRead", CalledMembers(typeof(PurityTests).Assembly.Location).Where(IsForbidden));

    private static bool IsForbidden(string member)
    {
        var type = member[..member.LastIndexOf('.')];
        return member != OfIterators && (ForbiddenMembers.Contains(member)
            || ForbiddenTypes.Contains(type)
            || (!InMemory.Contains(type) && ForbiddenNamespaces.Any(n => type.StartsWith(n + ".", StringComparison.Ordinal))));
    }

    /// <summary>«Namespace.Type.Member» of everything the assembly calls outside itself.</summary>
    private static List<string> CalledMembers(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        List<string> called = [];
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                var name = metadata.GetString(member.Name).TrimStart('.');
                called.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{name}");
            }
        }

        return called;
    }
}
