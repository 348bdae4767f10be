using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Users;
using EffectiveSchool.Web.Pages.Schools.Import;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

/// <summary>A row of the workbook beside the portal's accounts: what the account is to be.</summary>
/// <param name="Row">The row as read.</param>
/// <param name="User">The stored account of this address; null for a new one.</param>
/// <param name="DisplayName">What others will see.</param>
/// <param name="Where">What the person will work with, in words.</param>
/// <param name="Changes">What changes; empty where nothing does or the account is new.</param>
public sealed record PlannedUser(
    UserRow Row, PortalUser? User, PortalRole Role, Region? Region, Municipality? Municipality, IReadOnlyList<School> Schools,
    string DisplayName, string Where, IReadOnlyList<FieldChange> Changes)
{
    public bool IsNew => User is null;

    public bool IsSame => !IsNew && Changes.Count == 0;
}

/// <summary>The dry run of a workbook of users: what confirming it would do.</summary>
public sealed record UserPlan(UserFile File, IReadOnlyList<PlannedUser> Users, IReadOnlyList<Refusal> Refusals)
{
    public IReadOnlyList<PlannedUser> New { get; } = [.. Users.Where(u => u.IsNew)];

    public IReadOnlyList<PlannedUser> Changed { get; } = [.. Users.Where(u => !u.IsNew && !u.IsSame)];

    public int Same { get; } = Users.Count(u => u.IsSame);

    /// <summary>Rows that were refused: a row with two faults counts once.</summary>
    public int RefusedRows { get; } = Refusals.Select(r => (r.Sheet, r.Row)).Distinct().Count();

    public bool HasWork => New.Count + Changed.Count > 0;

    /// <summary>Tells whether the plan that is applied is the plan that was shown.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Users.Select(u =>
        $"{u.Row.Row}|{u.Row.Email}|{u.User?.Id}|{u.Role}|{u.DisplayName}|{u.Where}|{string.Join(';', u.Changes.Select(c => $"{c.Field}={c.Was}→{c.Becomes}"))}")))));
}
