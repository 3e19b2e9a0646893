using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostLint.Cli;

/// <summary>A part of a source. A submission's part is told by its id alone, so that every machine cuts the same way.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Shard(int Index, int Count)
{
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>I/N</c>; null for what is none.</summary>
    public static Shard? Parse(string text)
    {
        string[] parts = text.Split('/');
        bool isNumbers = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index) & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        return parts.Length == 2 && isNumbers && index >= 1 && index <= count ? new(index, count) : null;
    }

    /// <summary>Whether a submission belongs to it.</summary>
    public bool Holds(string id) => Count == 1 || BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % (uint)Count == Index - 1;
}
