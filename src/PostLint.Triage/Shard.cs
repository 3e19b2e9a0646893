using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostLint.Triage;

/// <summary>A part of a source. A submission's part is told by its id alone, so that every machine cuts the same way.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Shard(int Index, int Count)
{
    /// <summary>All of it.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>I/N</c>, or <c>I+1/N</c> where indices begin at 0, as those of Kubernetes do; null for what is none.</summary>
    public static Shard? Parse(string text)
    {
        string[] parts = text.Split('/');
        int first = parts[0].EndsWith("+1", StringComparison.Ordinal) ? 1 : 0;
        bool isNumbers =
            int.TryParse(first == 1 ? parts[0][..^2] : parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        index += first;
        return parts.Length == 2 && isNumbers && index >= 1 && index <= count ? new(index, count) : null;
    }

    /// <summary>Whether a submission belongs to it.</summary>
    public bool Holds(string id) =>
        Count == 1 || BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % (uint)Count == Index - 1;
}
