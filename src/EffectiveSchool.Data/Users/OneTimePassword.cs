using System.Security.Cryptography;

namespace EffectiveSchool.Data.Users;

/// <summary>A password that an administrator hands over once; its owner changes it at the first sign-in.</summary>
public static class OneTimePassword
{
    // Without the letters and digits that are mistaken for one another when read from paper.
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    /// <summary>Four groups of four, e.g. «Kp7m-Xw3d-Rt9q-Bv4h»: about 68 bits, and every rule of a password kept.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => Group()));

    private static string Group() => string.Concat(
        RandomNumberGenerator.GetItems<char>(Upper, 1)
            .Concat(RandomNumberGenerator.GetItems<char>(Lower, 1))
            .Concat(RandomNumberGenerator.GetItems<char>(Digits, 1))
            .Concat(RandomNumberGenerator.GetItems<char>(Lower + Digits, 1)));
}
