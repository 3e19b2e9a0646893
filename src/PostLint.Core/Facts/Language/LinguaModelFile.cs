using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Models = System.Collections.Concurrent.ConcurrentDictionary<
    Lingua.Language,
    System.Lazy<System.Collections.Frozen.FrozenDictionary<string, double>>
>;

namespace PostLint.Facts.Language;

/// <summary>
/// Reads all models from one stream and hands them to Lingua, which itself opens only files beside the program, packed with Brotli: a
/// browser has neither. The stream is gzip over, one behind the other: a line <c>ca trigrams 123456</c>, then as many bytes of Lingua's
/// JSON.
/// </summary>
internal static class LinguaModelFile
{
    /// <summary>Reads the models.</summary>
    /// <param name="packed">The stream.</param>
    /// <param name="languages">The languages by the codes that the stream has.</param>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static void Read(Stream packed, IReadOnlyList<(string Code, Lingua.Language Language)> languages)
    {
        var byCode = languages.ToDictionary(pair => pair.Code, pair => pair.Language, StringComparer.Ordinal);
        using var content = new GZipStream(packed, CompressionMode.Decompress);
        while (ReadLine(content) is { } head)
        {
            if (head.Split(' ') is not [var code, var kind, var size] || !int.TryParse(size, CultureInfo.InvariantCulture, out int length))
                throw new InvalidDataException("The file of language models is broken.");
            byte[] json = new byte[length];
            content.ReadExactly(json);
            Models models = kind is "trigrams" ? Triples(null) : Singles(null);
            // Each is unpacked when a text first asks for it.
            models[byCode[code]] = new(() => Parse(json));
            Pairs(null)[byCode[code]] = s_none;
        }
    }

    private static readonly Lazy<FrozenDictionary<string, double>> s_none = new(() => FrozenDictionary<string, double>.Empty);

    private static string? ReadLine(Stream content)
    {
        var line = new StringBuilder();
        for (int next = content.ReadByte(); next >= 0; next = content.ReadByte())
        {
            if (next == '\n')
                return line.ToString();
            line.Append((char)next);
        }
        return line.Length == 0 ? null : throw new InvalidDataException("The file of language models is cut off.");
    }

    /// <summary>Lingua's form: <c>{"language": …, "ngrams": {"1/23": "abc bcd"}}</c>.</summary>
    private static FrozenDictionary<string, double> Parse(byte[] json)
    {
        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        using JsonDocument model = JsonDocument.Parse(json);
        foreach (JsonProperty entry in model.RootElement.GetProperty("ngrams").EnumerateObject())
        {
            int bar = entry.Name.IndexOf('/', StringComparison.Ordinal);
            double frequency =
                double.Parse(entry.Name.AsSpan(0, bar), CultureInfo.InvariantCulture)
                / int.Parse(entry.Name.AsSpan(bar + 1), CultureInfo.InvariantCulture);
            foreach (string letters in entry.Value.GetString()!.Split(' '))
                frequencies[letters] = frequency;
        }
        return frequencies.ToFrozenDictionary();
    }

    // Lingua keeps what it has read here, and reads no file for what is here already.
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "TrigramLanguageModels")]
    private static extern ref Models Triples(Lingua.LanguageDetector? detector);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "BigramLanguageModels")]
    private static extern ref Models Pairs(Lingua.LanguageDetector? detector);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "UnigramLanguageModels")]
    private static extern ref Models Singles(Lingua.LanguageDetector? detector);
}
