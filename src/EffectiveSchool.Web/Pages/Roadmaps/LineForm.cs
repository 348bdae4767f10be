using System.ComponentModel.DataAnnotations;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>The words of an activity as they stand in the form of the preview: emptied ones are empty, null where the form lacks the field.</summary>
public sealed class LineForm
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Term { get; set; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Title { get; set; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Responsible { get; set; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Expected { get; set; }

    /// <summary>What differs from the words read: fields the form lacks stay as before, a name is never empty.</summary>
    public LineByHand Against(PlanActivity read, LineByHand before) => new(
        Other(Term, read.Term, before.Term),
        string.IsNullOrWhiteSpace(Title) && Title is not null ? null : Other(Title, read.Title, before.Title),
        Other(Responsible, read.Responsible, before.Responsible),
        Other(Expected, read.Expected, before.Expected));

    private static string? Other(string? written, string read, string? before) =>
        written is null ? before
        : written.Trim().ReplaceLineEndings("\n") is var text && text == read.Trim().ReplaceLineEndings("\n") ? null
        : text;
}
