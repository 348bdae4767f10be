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
        ["Demo"] = ["Domain"],
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
    [InlineData("Demo")]
    public void Nobody_but_Data_and_its_guests_knows_the_database(string room)
    {
        using var file = new PEReader(File.OpenRead(Repository.Assembly(room)));
        var metadata = file.GetMetadataReader();
        Assert.DoesNotContain(
            metadata.AssemblyReferences.Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name)),
            n => n.StartsWith("Npgsql", StringComparison.Ordinal) || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Demo")]
    public void The_rules_and_the_demo_are_pure_CSharp_without_packages(string room)
    {
        var project = Repository.Project(room);
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
        Assert.Equal("Microsoft.NET.Sdk", (string)project.Root!.Attribute("Sdk")!);
    }
}
