using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>Narrows schools to those a person asks for (<see cref="SchoolQuestion"/>).</summary>
public static class SchoolSearch
{
    /// <summary>What stands before a number in a name: a space, or the last letter of a type it is written together with («СОШ5»).</summary>
    private static readonly string[] Before = [" ", "Ш", "Я", "Й", "А", "Т"];

    public static IQueryable<School> Asked(this IQueryable<School> schools, string? question)
    {
        var asked = SchoolQuestion.Read(question);
        foreach (var word in asked.Words)
        {
            schools = schools.Where(s => s.SearchText.Contains(word));
        }

        foreach (var number in asked.Numbers)
        {
            // The first condition is what the index answers.
            string[] alone = [.. Before.Select(b => $"{b}{number} ")];
            schools = schools.Where(s => s.SearchText.Contains(number) && alone.Any(a => (" " + s.SearchText + " ").Contains(a)));
        }

        return schools;
    }
}
