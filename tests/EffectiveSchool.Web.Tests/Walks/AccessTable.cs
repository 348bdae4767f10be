using System.Text.RegularExpressions;
using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>A line of the written access table.</summary>
/// <param name="Method">GET, POST, or ANY where the endpoint takes every method.</param>
/// <param name="Route">Route template.</param>
/// <param name="Handler">Name of the page handler, «-» where it has none.</param>
/// <param name="Roles">Roles it lets in.</param>
/// <param name="Anonymous">Whether a stranger is let in too.</param>
public sealed record AccessLine(string Method, string Route, string Handler, IReadOnlySet<PortalRole> Roles, bool Anonymous)
{
    /// <summary>What the line is found by.</summary>
    public string Key => $"{Method} {Route} {Handler}";
}

/// <summary>The written access table: access/*.txt, a file a section.</summary>
public static partial class AccessTable
{
    public static IReadOnlyList<AccessLine> Read() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "access"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Parse),
    ];

    private static AccessLine Parse(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, $"Not a line of the access table: {line}");
        var roles = match.Groups["roles"].Value;
        var everyone = roles is "*" or "anonymous";
        return new AccessLine(
            match.Groups["method"].Value,
            match.Groups["route"].Value,
            match.Groups["handler"].Value,
            (everyone ? Enum.GetValues<PortalRole>() : roles.Split(',', StringSplitOptions.TrimEntries).Select(Enum.Parse<PortalRole>)).ToHashSet(),
            roles == "anonymous");
    }

    [GeneratedRegex(@"^(?<method>GET|POST|ANY) (?<route>/\S*) (?<handler>-|\w+): (?<roles>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
