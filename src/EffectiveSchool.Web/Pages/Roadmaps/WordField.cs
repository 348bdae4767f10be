namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>A field of the preview in which a person corrects one of an activity's words.</summary>
/// <param name="Index">Place of the activity.</param>
/// <param name="Field">Name of the field in <see cref="LineForm"/>.</param>
/// <param name="Label">Its Russian name.</param>
/// <param name="Number">Number of the activity.</param>
/// <param name="Text">As it stands now.</param>
/// <param name="Read">As it stands in the plan.</param>
public sealed record WordField(int Index, string Field, string Label, string Number, string Text, string Read)
{
    private const int LineLength = 30;
    private const int MostRows = 6;

    public string Id => $"{Field}-{Index}";

    public bool IsCorrected => Text != Read;

    /// <summary>Lines to show at once.</summary>
    public int Rows => Math.Clamp((Text.Length / LineLength) + 1, 2, MostRows);
}
