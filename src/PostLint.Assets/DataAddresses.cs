using System.Buffers;
using System.Text;

namespace PostLint.Assets;

/// <summary>
/// Opens the files that a text carries in itself: <c>data:</c> addresses (RFC 2397), and the pictures among a notebook's outputs.
/// </summary>
internal static class DataAddresses
{
    private const int MaxAddresses = 2_000;
    private const int LongestHead = 200;

    private static readonly SearchValues<char> s_base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ \t\r\n\\"
    );
    private static readonly SearchValues<char> s_ends = SearchValues.Create("\"'<>)\r\n\t `");

    /// <summary>Opens each as a part that is named by its number and line.</summary>
    public static void Open(string text, AssetScan scan)
    {
        int count = 0;
        foreach (string start in (IEnumerable<string>)["data:", "\"image/png\":", "\"image/jpeg\":", "\"application/pdf\":"])
        {
            for (
                int at = text.IndexOf(start, StringComparison.Ordinal);
                at >= 0 && count < MaxAddresses;
                at = text.IndexOf(start, at + start.Length, StringComparison.Ordinal)
            )
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                if ((start is "data:" ? Address(text, at + start.Length) : Output(text, at, start)) is not { } data)
                    continue;
                int line = text.AsSpan(0, at).Count('\n') + 1;
                scan.Part($"data {++count} on line {line}{ExtensionOf(data.MediaType)}", data.Bytes);
            }
        }
    }

    private static (string MediaType, byte[] Bytes)? Address(string text, int at)
    {
        ReadOnlySpan<char> head = text.AsSpan(at, Math.Min(LongestHead, text.Length - at));
        int comma = head.IndexOf(',');
        if (comma < 0 || head[..comma].ContainsAny(s_ends))
            return null;
        string mediaType = head[..comma].ToString();
        if (ExtensionOf(mediaType).Length == 0)
            return null;
        ReadOnlySpan<char> content = text.AsSpan(at + comma + 1);
        if (mediaType.Contains("base64", StringComparison.OrdinalIgnoreCase))
            return Decode(content) is { } bytes ? (mediaType, bytes) : null;
        // Between quotation marks an address may hold blanks, which browsers forgive.
        char before = at > "data:".Length ? text[at - "data:".Length - 1] : ' ';
        int end = before is '"' or '\'' ? content.IndexOf(before) : content.IndexOfAny(s_ends);
        return (mediaType, Encoding.UTF8.GetBytes(Uri.UnescapeDataString(content[..(end < 0 ? content.Length : end)].ToString())));
    }

    /// <summary>A member of a notebook's output: one string, or a list of lines.</summary>
    private static (string MediaType, byte[] Bytes)? Output(string text, int at, string start)
    {
        int quote = at + start.Length;
        while (quote < text.Length && text[quote] is ' ' or '[' or '\n' or '\r' or '\t')
            quote++;
        return quote < text.Length && text[quote] == '"' && Decode(text.AsSpan(quote + 1)) is { } bytes
            ? (start.Trim('"', ':'), bytes)
            : null;
    }

    /// <summary>Base64 up to the first character that is none; white space and escaped line ends are passed over.</summary>
    internal static byte[]? Decode(ReadOnlySpan<char> content)
    {
        int end = content.IndexOfAnyExcept(s_base64);
        ReadOnlySpan<char> digits = end < 0 ? content : content[..end];
        char[] clean = ArrayPool<char>.Shared.Rent(digits.Length + 4);
        int length = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            char c = digits[i];
            if (c == '\\')
                i++;
            else if (c is '-' or '_')
                clean[length++] = c == '-' ? '+' : '/';
            else if (c is not (' ' or '\t' or '\r' or '\n' or '='))
                clean[length++] = c;
        }
        while (length % 4 != 0)
            clean[length++] = '=';
        byte[] bytes = new byte[length / 4 * 3];
        bool isSound = Convert.TryFromBase64Chars(clean.AsSpan(0, length), bytes, out int written) && written > 0;
        ArrayPool<char>.Shared.Return(clean);
        return isSound ? bytes[..written] : null;
    }

    /// <summary>What a file of a media type is called at its end; nothing for types that are not read.</summary>
    private static string ExtensionOf(string mediaType) =>
        mediaType.Split(';', ',')[0].Trim().ToLowerInvariant() switch
        {
            "image/png" => ".png",
            "image/jpeg" or "image/jpg" => ".jpg",
            "image/gif" => ".gif",
            "image/webp" => ".webp",
            "image/avif" => ".avif",
            "image/tiff" => ".tiff",
            "image/svg+xml" => ".svg",
            "application/pdf" => ".pdf",
            "text/html" => ".html",
            "video/mp4" => ".mp4",
            "video/webm" => ".webm",
            "audio/mpeg" or "audio/mp3" => ".mp3",
            "audio/wav" or "audio/x-wav" => ".wav",
            "audio/ogg" => ".ogg",
            "application/zip" => ".zip",
            _ => "",
        };
}
