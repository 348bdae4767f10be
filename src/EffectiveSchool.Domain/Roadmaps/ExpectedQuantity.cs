using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A number that an activity is expected to reach (domain.md §9): «не менее 90 % ШНОР», «не менее 2».</summary>
/// <param name="Value">At least this.</param>
/// <param name="IsPercent">Percent, 0 to 100; a number of things otherwise.</param>
public sealed partial record ExpectedQuantity(decimal Value, bool IsPercent)
{
    /// <summary>«90 %», «2».</summary>
    public string Text => Value.ToString("0.##", RussianCulture.Value) + (IsPercent ? " %" : "");

    /// <summary>The number of an activity: its quota, or what its expected result names; null where neither does.</summary>
    public static ExpectedQuantity? Of(TermQuota? quota, string expected)
    {
        if (quota is not null)
        {
            return new ExpectedQuantity(quota.Count, IsPercent: false);
        }

        var share = Share().Match(expected);
        if (share.Success && decimal.Parse(share.Groups["n"].Value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture) is <= 100 and var percent)
        {
            return new ExpectedQuantity(percent, IsPercent: true);
        }

        var least = Least().Match(expected);
        return least.Success ? new ExpectedQuantity(int.Parse(least.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture), IsPercent: false) : null;
    }

    [GeneratedRegex(@"(?<![\d,.])(?<n>\d{1,3}([.,]\d{1,2})?)\s*(%|процент)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"не\s+менее\s+(?<n>\d{1,5})(?![\d,.%])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Least();
}
