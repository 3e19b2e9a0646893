using PostLint.Rules;

namespace PostLint.Profiles;

/// <summary>A line of a profile file, for people who look up who said something.</summary>
/// <param name="File">Path of the file; name.yml where the profile is built in.</param>
/// <param name="Line">1-based.</param>
public readonly record struct ProfileLine(string File, int Line)
{
    /// <summary>file:line.</summary>
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>
/// Something that a call asks, and what becomes of it here. At least one of <paramref name="Rules"/> and <paramref name="Unchecked"/> says
/// something.
/// </summary>
/// <param name="Asked">What is asked, in own words, and where.</param>
/// <param name="Rules">The rules and families that enforce it.</param>
/// <param name="Unchecked">Why no rule enforces it, or what of it none can; null where the rules say it all.</param>
/// <param name="File">The profile that says so: a path, or name.yml where it is built in.</param>
/// <param name="Line">1-based line of the entry.</param>
public sealed record CallRequirement(Requirement Asked, IReadOnlyList<string> Rules, string? Unchecked, string File, int Line);
