using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Web.Templates;

/// <summary>Examples as whoever downloads a template can upload them.</summary>
public static class TemplateExamples
{
    /// <summary>The example of people names a region: it is one of the reader's.</summary>
    public static async Task<ImportTemplate> ForAsync(this ImportTemplate template, Person person) =>
        template.Key == UsersTemplate.Template.Key && await person.RegionAsync() is { } region ? UsersTemplate.For(region.Name) : template;
}
