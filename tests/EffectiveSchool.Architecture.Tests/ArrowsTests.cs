using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EffectiveSchool.Architecture.Tests;

/// <summary>The plan of house.md: who may know whom. A change of this table is a change of the plan: it asks for an ADR.</summary>
public class ArrowsTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Assets"] = [],
        ["Imports"] = ["Domain"],
        ["Demo"] = ["Domain", "Data"], // docs/decisions/0008: the demo region loads itself
        ["Reports"] = ["Domain", "Assets"],
        ["Data"] = ["Domain", "Assets"],
        ["Web"] = ["Domain", "Assets", "Data", "Imports", "Reports", "Demo"],
        ["Cli"] = ["Domain", "Data", "Imports", "Reports", "Demo"],
    };

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void Every_room_stands_in_the_plan() =>
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), Repository.Rooms);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_rooms_the_plan_lets_it_know(string room)
    {
        string[] referenced = [.. Repository.Project(room).Descendants("ProjectReference")
            .Select(r => Repository.RoomOf(Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))))];
        Assert.Empty(referenced.Except(MayKnow[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_compiled_room_uses_only_rooms_the_plan_lets_it_know(string room)
    {
        using var file = new PEReader(File.OpenRead(Repository.Assembly(room)));
        var metadata = file.GetMetadataReader();
        string[] used = [.. metadata.AssemblyReferences
            .Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name))
            .Where(n => n.StartsWith("EffectiveSchool.", StringComparison.Ordinal))
            .Select(Repository.RoomOf)];
        Assert.Empty(used.Except(MayKnow[room], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Imports")]
    [InlineData("Reports")]
    [InlineData("Domain")]
    public void Nobody_but_Data_and_its_guests_knows_the_database(string room)
    {
        using var file = new PEReader(File.OpenRead(Repository.Assembly(room)));
        var metadata = file.GetMetadataReader();
        Assert.DoesNotContain(
            metadata.AssemblyReferences.Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name)),
            n => n.StartsWith("Npgsql", StringComparison.Ordinal) || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_loads_the_demo_region_knows_the_database_what_invents_it_does_not()
    {
        string[] loaders = ["DemoLoad.cs", "DemoAccounts.cs", "DemoChildPlan.cs", "DemoCollection.cs", "DemoCurators.cs", "DemoEvents.cs", "DemoFigures.cs", "DemoMonitoring.cs", "DemoObjections.cs", "DemoProgrammes.cs", "DemoReports.cs", "DemoWorkCopy.cs"];
        string[] knowing = [.. Repository.Code
            .Where(f => f.Path.StartsWith(Path.Combine("src", "EffectiveSchool.Demo"), StringComparison.Ordinal))
            .Where(f => f.Lines.Any(l => l.Contains("EffectiveSchool.Data", StringComparison.Ordinal) || l.Contains("EntityFrameworkCore", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f.Path))];
        Assert.Empty(knowing.Except(loaders, StringComparer.Ordinal));
    }

    [Fact]
    public void The_rules_are_pure_CSharp_without_packages()
    {
        var project = Repository.Project("Domain");
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
        Assert.Equal("Microsoft.NET.Sdk", (string)project.Root!.Attribute("Sdk")!);
    }
}
