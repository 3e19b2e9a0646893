using System.Security.Cryptography;
using System.Text;
using PostLint.Findings;

namespace PostLint.Reporting;

/// <summary>
/// Tells findings apart from run to run, wherever their lines have moved to: 128 bits of SHA-256 over the rule, the file and the line with
/// its white space
/// collapsed, and which of several equal ones it is. The found slice itself is left out, so that nobody can test guessed names against a
/// masked report.
/// </summary>
internal sealed class ContentFingerprints(Sources sources)
{
    private const int Bytes = 16;

    /// <summary>So much of a line on each side, in characters: real lines are shorter, and many findings may stand on one.</summary>
    private const int MostAround = 4_000;

    private readonly Dictionary<string, int> _seen = [];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _made = [];

    /// <summary>
    /// What makes the fingerprint, as in <c>0123456789abcdef0123456789abcdef:1</c>, when it is first asked: most reports show none, and
    /// cryptography takes long to load. Ask once a finding, in order.
    /// </summary>
    public Func<string> Of(Finding finding)
    {
        int index = _findings.Count;
        _findings.Add(finding);
        return () =>
        {
            lock (_made)
            {
                while (_made.Count <= index)
                    _made.Add(Make(_findings[_made.Count]));
                return _made[index];
            }
        };
    }

    private string Make(Finding finding)
    {
        string content = $"{finding.Rule.Id}\0{finding.Place.File}\0{Words.OneLine(LinesAround(finding))}";
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        string hex = Convert.ToHexStringLower(hash, 0, Bytes);
        int number = _seen[hex] = _seen.GetValueOrDefault(hex) + 1;
        return $"{hex}:{number}";
    }

    private string LinesAround(Finding finding)
    {
        if (sources.ShownRegionOf(finding.Place) is not { Column: > 0 } region || sources.TextOf(finding.Place.File) is not { } text)
            return "";
        TextSpan first = text.LineSpan(region.Line),
            last = text.LineSpan(region.EndLine);
        ReadOnlySpan<char> before = text.Slice(first)[..Math.Min(region.Column - 1, first.Length)];
        ReadOnlySpan<char> after = text.Slice(last)[Math.Min(region.EndColumn - 1, last.Length)..];
        return $"{before[^Math.Min(before.Length, MostAround)..]}{Message.Mask}{after[..Math.Min(after.Length, MostAround)]}";
    }
}
