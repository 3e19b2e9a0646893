using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PostLint.Facts;

namespace PostLint.Hostile.Judges;

/// <summary>
/// Looks at the bytes themselves: the planted person stands in none of them, archives unpacked, and what is shown is the same.
/// </summary>
internal sealed class RawBytes : IJudge
{
    public string Name => "bytes";

    public bool IsInstalled => true;

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files)
    {
        var verdicts = new List<Verdict>();
        foreach (string file in files)
        {
            byte[] old = File.ReadAllBytes(Path.Combine(before, file)),
                cleaned = File.ReadAllBytes(Path.Combine(after, file));
            foreach ((string name, byte[] was, byte[] now) in Pairs(file, old, cleaned))
            {
                string shape = Shape.Of(was),
                    shows = Shape.Of(now);
                if (shape != shows)
                    verdicts.Add(new(file, $"{name} was {shape}, is {shows}"));
                if (!shape.StartsWith("text", StringComparison.Ordinal) && Left(now) is { } word)
                    verdicts.Add(new(file, $"“{word}” still stands in {name}"));
            }
        }
        return verdicts;
    }

    private static string? Left(byte[] file) =>
        Planted.Words.FirstOrDefault(word =>
            file.AsSpan().IndexOf(Encoding.Latin1.GetBytes(word)) >= 0 || file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0
        );

    /// <summary>A file before and after; of an archive its members, and theirs.</summary>
    private static IEnumerable<(string Name, byte[] Was, byte[] Now)> Pairs(string name, byte[] was, byte[] now)
    {
        Dictionary<string, byte[]>? members = MembersOf(was),
            cleaned = members is null ? null : MembersOf(now);
        if (members is null || cleaned is null)
            return [(name, was, now)];
        return members.SelectMany(member => Pairs($"{name}!/{member.Key}", member.Value, cleaned.GetValueOrDefault(member.Key) ?? []));
    }

    private static Dictionary<string, byte[]>? MembersOf(byte[] file)
    {
        try
        {
            if (file.AsSpan().StartsWith("PK"u8))
                return Zip(file);
            if (file.AsSpan().StartsWith((byte[])[0x1F, 0x8B]))
                return Tar(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
            return file.Length > 262 && file.AsSpan(257).StartsWith("ustar"u8) ? Tar(new MemoryStream(file)) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, byte[]> Zip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry => ToEnd(entry.Open()), StringComparer.Ordinal);
    }

    private static Dictionary<string, byte[]> Tar(Stream stream)
    {
        using var archive = new TarReader(stream);
        var members = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (archive.GetNextEntry() is { } entry)
            members[entry.Name] = entry.DataStream is { } data ? ToEnd(data) : [];
        return members;
    }

    private static byte[] ToEnd(Stream stream)
    {
        var bytes = new MemoryStream();
        using (stream)
            stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
