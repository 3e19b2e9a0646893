using System.Security.Cryptography;
using System.Text;
using PostLint.Submissions;

namespace PostLint.Findings;

/// <summary>A waiver in the configuration, for files where no comment can stand.</summary>
/// <param name="Rule">The rule's id or family.</param>
/// <param name="Path">Pattern of the files.</param>
/// <param name="Value">The identifying part that is waived; null where its hash is given.</param>
/// <param name="Hash"><c>sha256:</c> and the hash of the part in lower case; null where the value is given.</param>
/// <param name="Reason">Why.</param>
/// <param name="Line">Where the entry stands, 1-based.</param>
public sealed record AllowEntry(string Rule, string Path, string? Value, string? Hash, string Reason, int Line)
{
    private const string Prefix = "sha256:";

    /// <summary>Whether a text is written as a hash must be.</summary>
    public static bool IsHash(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length == Prefix.Length + 64 && text.AsSpan(Prefix.Length).ToString().All(char.IsAsciiHexDigitLower);

    /// <summary>Whether it waives a finding: rule, file, and a marked part of the message.</summary>
    public bool Covers(Finding finding)
    {
        if (Rule != finding.Rule.Id && Rule != finding.Rule.Family) return false;
        if (!Glob.Matches(Path, finding.Place.File)) return false;
        return finding.Message.Sensitive.Any(part => Names(finding.Message.Reveal()[part]));
    }

    private bool Names(string part) =>
        Value is not null ? string.Equals(part, Value, StringComparison.OrdinalIgnoreCase)
        : Hash is not null && Hash[Prefix.Length..] == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.ToLowerInvariant())));
}
