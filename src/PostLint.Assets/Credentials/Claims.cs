using System.Text;
using System.Text.Json;

namespace PostLint.Assets.Credentials;

/// <summary>
/// Lists what an assertion says: each text is a field that is named by the last two keys that lead to it, so that the name of an author is
/// <c>AuthorName</c> wherever the author stands.
/// </summary>
internal static class Claims
{
    private const int ShortestRun = 5;
    private const int MaxRuns = 200;
    private const int MaxDepth = 64; // of lists and maps, and of what is written inside strings of bytes
    private const string Group = "C2PA";

    /// <summary>Lists an assertion in CBOR.</summary>
    public static void ReadCbor(byte[] assertion, AssetScan scan)
    {
        try
        {
            Tell(Cbor.Read(assertion), [], scan);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            scan.Unread("an assertion of its content credentials is broken; it was read as text");
            ReadRuns(assertion, scan);
        }
    }

    /// <summary>Lists an assertion in JSON.</summary>
    public static void ReadJson(ReadOnlyMemory<byte> assertion, AssetScan scan) => ReadJson(assertion, [], scan);

    /// <summary>Lists the runs of text among bytes of unknown meaning.</summary>
    public static void ReadRuns(ReadOnlySpan<byte> bytes, AssetScan scan)
    {
        int start = 0,
            runs = 0;
        for (int i = 0; i <= bytes.Length && runs < MaxRuns; i++)
        {
            if (i < bytes.Length && bytes[i] is >= 0x20 and not 0x7F)
                continue;
            if (i - start >= ShortestRun)
            {
                scan.Field(Group, "Text", Readable(bytes[start..i]));
                runs++;
            }
            start = i + 1;
        }
    }

    /// <summary>A run as it is where it is UTF-8; of others the letters of ASCII.</summary>
    private static string Readable(ReadOnlySpan<byte> run)
    {
        if (System.Text.Unicode.Utf8.IsValid(run))
            return Encoding.UTF8.GetString(run);
        char[] text = new char[run.Length];
        for (int i = 0; i < run.Length; i++)
            text[i] = run[i] < 0x80 ? (char)run[i] : ' ';
        return new(text);
    }

    private static void ReadJson(ReadOnlyMemory<byte> assertion, List<string> path, AssetScan scan)
    {
        try
        {
            using var document = JsonDocument.Parse(
                assertion,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            Tell(Of(document.RootElement), path, scan);
        }
        catch (JsonException)
        {
            ReadRuns(assertion.Span, scan);
        }
    }

    private static ClaimValue Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => new(null, null, [.. value.EnumerateObject().Select(member => (member.Name, Of(member.Value)))]),
            JsonValueKind.Array => new(null, null, [.. value.EnumerateArray().Select(item => ("", Of(item)))]),
            JsonValueKind.String => ClaimValue.Of(value.GetString()!),
            JsonValueKind.Null => new(null, null, []),
            _ => ClaimValue.Of(value.GetRawText()),
        };

    private static void Tell(ClaimValue value, List<string> path, AssetScan scan)
    {
        if (path.Count > MaxDepth)
            return;
        if (value.Text is { Length: > 0 } text && path.Count > 0)
            Field(path, text, scan);
        if (value.Bytes is { Length: > 0 } bytes)
            Signed(bytes, path, scan);
        foreach ((string name, ClaimValue member) in value.Members)
        {
            // What a thing is of, and which vocabulary says so, names nobody.
            if (name is "@type" or "@context" or "type" or "alg" or "hash" or "pad" or "pad1" or "pad2")
                continue;
            path.Add(name);
            Tell(member, path, scan);
            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>A signed statement is written inside the signature, in JSON or CBOR; certificates hold texts among others.</summary>
    private static void Signed(byte[] bytes, List<string> path, AssetScan scan)
    {
        if (bytes[0] == '{')
            ReadJson(bytes, path, scan);
        else if (bytes[0] is 0xD2 or 0x84)
            ReadSignature(bytes, path, scan);
        else
            ReadRuns(bytes, scan);
    }

    /// <summary>A signature of COSE (RFC 9052) is a list of headers, what is signed, and the signature.</summary>
    private static void ReadSignature(byte[] bytes, List<string> path, AssetScan scan)
    {
        try
        {
            path.Add("");
            Tell(Cbor.Read(bytes), path, scan);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            ReadRuns(bytes, scan);
        }
        finally
        {
            path.RemoveAt(path.Count - 1);
        }
    }

    private static void Field(List<string> path, string text, AssetScan scan)
    {
        string name = "",
            group = Group;
        int words = 0;
        for (int i = path.Count - 1; i >= 0 && words < 2; i--)
        {
            string key = path[i];
            int colon = key.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && group is Group)
                group = $"XMP-{key[..colon]}";
            string word = Word(key[(colon + 1)..]);
            if (word.Length == 0)
                continue;
            name = word + name;
            words++;
            // A key of a vocabulary is a whole name.
            if (colon > 0)
                break;
        }
        if (name.Length > 0)
            scan.Field(group, name, text);
    }

    /// <summary><c>claim_generator</c> as <c>ClaimGenerator</c>, and <c>@id</c> as <c>Id</c>.</summary>
    private static string Word(string key) =>
        string.Concat(
            key.Split(['_', '@', '.', ' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
        );
}
