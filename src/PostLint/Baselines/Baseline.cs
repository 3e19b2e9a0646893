using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Submissions;

namespace PostLint.Baselines;

/// <summary>A finding that a repository knew when its baseline was made.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">Path of the file.</param>
/// <param name="Hashes">Keyed hashes of what was found, in order; it is known again by any of them.</param>
public sealed record BaselineEntry(string Rule, string File, IReadOnlyList<string> Hashes);

/// <summary>
/// What a repository with old posts knows already and does not want to be told again: one entry a finding. It holds no text and no line. A
/// finding is
/// known by its rule, its file and keyed hashes of what stands in each of its places, so that lines may move, a further place may join,
/// and another
/// value on the same line is new. The key is random and lies in the file, beside the posts that it hashes: who has one has the other.
/// </summary>
/// <param name="Key">The key, in hexadecimal digits.</param>
/// <param name="Entries">What is known, in order.</param>
public sealed record Baseline(string Key, IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = ".postlint-baseline.json";

    private const int Version = 2;
    private const int KeyBytes = 16;
    private const int MaxBytes = 64 << 20;
    private const string KnownBefore = "known before, by the baseline";

    /// <summary>The open findings of a run.</summary>
    public static Baseline Of(LintRun run)
    {
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return new(key, Entered(run, key));
    }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="UserException">It cannot be read, or is none.</exception>
    public static Baseline Load(string path)
    {
        if (!Path.Exists(path))
            throw Wrong(path, "there is no such baseline; make one with postlint baseline create");
        try
        {
            byte[] content = GivenFile.ReadBytes(path, MaxBytes);
            BaselineFile? file = JsonSerializer.Deserialize(content, BaselineContext.Default.BaselineFile);
            if (
                file is { Version: Version, Key.Length: > 0, Entries: not null }
                && file.Key.All(char.IsAsciiHexDigit)
                && file.Key.Length % 2 == 0
                && file.Entries.All(entry => entry is { Rule: not null, File: not null, Hashes.Count: > 0 })
            )
            {
                return new(file.Key, file.Entries);
            }
            throw Wrong(path, "it is no baseline of this version; make it anew with postlint baseline create");
        }
        catch (JsonException)
        {
            throw Wrong(path, "it is no JSON; make it anew with postlint baseline create");
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(Stream output)
    {
        JsonSerializer.Serialize(output, new BaselineFile(Version, Key, Entries), BaselineContext.Default.BaselineFile);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A run whose known findings are suppressed, and how it differs from what the baseline knows.</summary>
    public BaselineComparison Apply(LintRun run)
    {
        var grown = new List<Finding>();
        // The same may be known several times: as often as it was there.
        var left = new HashSet<BaselineEntry>(Entries, ReferenceEqualityComparer.Instance);
        ILookup<string, BaselineEntry> known = Entries
            .SelectMany(entry => entry.Hashes.Select(hash => (hash, entry)))
            .ToLookup(one => one.hash, one => one.entry);
        SubmissionResult[] results =
        [
            .. run.Results.Select(result =>
                result with
                {
                    Findings = [.. result.Findings.Select(finding => Known(finding, result.Submission, known, left, grown))],
                }
            ),
        ];
        return new(run with { Results = results }, [.. Entries.Where(left.Contains)], grown);
    }

    /// <summary>This baseline without what is stale.</summary>
    public Baseline Without(IReadOnlyList<BaselineEntry> stale)
    {
        var gone = new HashSet<BaselineEntry>(stale, ReferenceEqualityComparer.Instance);
        return this with { Entries = [.. Entries.Where(entry => !gone.Contains(entry))] };
    }

    private static BaselineEntry[] Entered(LintRun run, string key)
    {
        IEnumerable<BaselineEntry> entries = run.Results.SelectMany(result =>
            result
                .Findings.Where(finding => finding.Suppression is null)
                .Select(finding => new BaselineEntry(finding.Rule.Id, finding.Place.File, Hashes(finding, result.Submission, key)))
        );
        return
        [
            .. entries
                .OrderBy(entry => entry.File, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
                .ThenBy(entry => entry.Hashes[0], StringComparer.Ordinal),
        ];
    }

    private static string[] Hashes(Finding finding, Submission submission, string key)
    {
        IEnumerable<Place> places = finding.OtherPlaces.Prepend(finding.Place);
        return
        [
            .. places
                .SelectMany(place => HashesOf(finding, place, submission, key, isLasting: true))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private Finding Known(
        Finding finding,
        Submission submission,
        ILookup<string, BaselineEntry> known,
        HashSet<BaselineEntry> left,
        List<Finding> grown
    )
    {
        if (finding.Suppression is not null)
            return finding;
        Place[] places = [finding.Place, .. finding.OtherPlaces];
        string[][] hashes = [.. places.Select(place => HashesOf(finding, place, submission, Key, isLasting: false).ToArray())];
        if (hashes.SelectMany(same => same).SelectMany(hash => known[hash]).FirstOrDefault(left.Contains) is not { } entry)
            return finding;
        left.Remove(entry);
        Place[] added = [.. places.Where((_, i) => !hashes[i].Any(entry.Hashes.Contains))];
        if (added.Length > 0)
            grown.Add(finding with { Place = added[0], OtherPlaces = added[1..] });
        return finding with { Suppression = new(SuppressionKind.External, KnownBefore, new Place(FileName)) };
    }

    /// <summary>
    /// Two hashes: of what was found within its line, and of what was found alone. The latter lasts where the line around it changes, and
    /// is taken note
    /// of only where what was found says itself whom it identifies: “we thank” with another name behind it is something new.
    /// </summary>
    private static IEnumerable<string> HashesOf(Finding finding, Place place, Submission submission, string key, bool isLasting)
    {
        byte[] secret = Convert.FromHexString(key);
        (string found, string around) = Content(finding, place, submission);
        yield return Hash(secret, finding, place, $"{found}\0{around}");
        if (!isLasting || SaysAll(finding.Message, found))
            yield return Hash(secret, finding, place, found);
    }

    /// <summary>What stands in a place, and its line. Of a whole file only the message says something, whose numbers change with every
    /// edit.</summary>
    private static (string Found, string Around) Content(Finding finding, Place place, Submission submission)
    {
        SourceText? text = submission.Files.FirstOrDefault(file => file.Path == place.File)?.Text;
        if (text is null || place.Line is 0 || place.Line > text.LineCount || place.Start + place.Length > text.Text.Length)
        {
            return ($"\0{string.Concat(finding.Message.Reveal().Where(c => !char.IsAsciiDigit(c)))}", "");
        }
        return (Folded(text.Slice(place.Span)), Folded(text.Slice(text.LineSpan(place.Line))));
    }

    private static bool SaysAll(Message message, string found)
    {
        string said = message.Reveal();
        return message.Sensitive.Count > 0
            && message.Sensitive.All(part => found.Contains(Folded(said.AsSpan()[part]), StringComparison.OrdinalIgnoreCase));
    }

    private static string Folded(ReadOnlySpan<char> text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Hash(byte[] secret, Finding finding, Place place, string content)
    {
        byte[] hash = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{finding.Rule.Id}\0{place.File}\0{content}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, KeyBytes));
    }

    private static UserException Wrong(string path, string message) => new([new(path, 0, 0, message)]);
}

/// <summary>A run beside a baseline.</summary>
/// <param name="Run">The run, whose known findings are suppressed.</param>
/// <param name="Stale">What the baseline knows and the run does not show any more.</param>
/// <param name="Grown">Known findings that stand in further places, at those.</param>
public sealed record BaselineComparison(LintRun Run, IReadOnlyList<BaselineEntry> Stale, IReadOnlyList<Finding> Grown);

/// <summary>A baseline as it is stored.</summary>
internal sealed record BaselineFile(int Version, string Key, IReadOnlyList<BaselineEntry> Entries);

[JsonSerializable(typeof(BaselineFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
internal sealed partial class BaselineContext : JsonSerializerContext;
