using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>Narrows schools to those a person asks for (<see cref="SchoolQuestion"/>).</summary>
public static class SchoolSearch
{
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
            var alone = $"(^|[^0-9]){number}([^0-9]|$)";
            schools = schools.Where(s => s.SearchText.Contains(number) && Regex.IsMatch(s.SearchText, alone));
        }

        return schools;
    }
}
