using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Findings;

/// <summary>A finding that a repository knew when its baseline was made.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">Path of the file.</param>
/// <param name="Hash">Keyed hash of what was found.</param>
public sealed record BaselineEntry(string Rule, string File, string Hash);

/// <summary>
/// What a repository with old posts knows already and does not want to be told again. It holds no text and no line: a finding is known by its rule, its file and a keyed hash of the line that it
/// stands in, white space folded, so that lines may move and changed content comes back. The key is random and lies in the file, beside the posts that it hashes: who has one has the other.
/// </summary>
/// <param name="Key">The key, in hexadecimal digits.</param>
/// <param name="Entries">What is known, in order.</param>
public sealed record Baseline(string Key, IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = ".postlint-baseline.json";

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
    /// <exception cref="ConfigurationException">It cannot be read, or is none.</exception>
    public static Baseline Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes) throw Wrong(path, "it is larger than 64 MB");
            BaselineFile? file = JsonSerializer.Deserialize(File.ReadAllBytes(path), BaselineContext.Default.BaselineFile);
            if (file is { Version: 1, Key.Length: > 0, Entries: not null } && file.Key.All(char.IsAsciiHexDigit) && file.Key.Length % 2 == 0) return new(file.Key, file.Entries);
            throw Wrong(path, "it is no baseline of this version; make it anew with postlint baseline create");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Wrong(path, failure is JsonException ? "it is no JSON; make it anew with postlint baseline create" : "the file cannot be read");
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(Stream output)
    {
        JsonSerializer.Serialize(output, new BaselineFile(1, Key, Entries), BaselineContext.Default.BaselineFile);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A run whose known findings are waived, and what the baseline knows and the run does not show any more.</summary>
    public (LintRun Run, IReadOnlyList<BaselineEntry> Stale) Apply(LintRun run)
    {
        // The same may be known several times: as often as it was there.
        Dictionary<BaselineEntry, int> left = Entries.GroupBy(entry => entry).ToDictionary(group => group.Key, group => group.Count());
        SubmissionResult[] results = [.. run.Results.Select(result => result with { Findings = [.. result.Findings.Select(finding => Known(finding, result, left))] })];
        return (run with { Results = results }, [.. left.SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value))]);
    }

    /// <summary>This baseline without what is stale.</summary>
    public Baseline Without(IReadOnlyList<BaselineEntry> stale)
    {
        var entries = new List<BaselineEntry>(Entries);
        foreach (BaselineEntry entry in stale) entries.Remove(entry);
        return this with { Entries = entries };
    }

    private static BaselineEntry[] Entered(LintRun run, string key) =>
        [.. run.Results.SelectMany(result => result.Findings.Where(finding => finding.Suppression is null).SelectMany(finding => EntriesOf(finding, result.Submission, key))).OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Hash, StringComparer.Ordinal)];

    private Finding Known(Finding finding, SubmissionResult result, Dictionary<BaselineEntry, int> left)
    {
        if (finding.Suppression is not null) return finding;
        // One finding may stand in several places; a new one among them makes it new.
        ILookup<BaselineEntry, BaselineEntry> entries = EntriesOf(finding, result.Submission, Key).ToLookup(entry => entry);
        if (entries.Any(same => left.GetValueOrDefault(same.Key) < same.Count())) return finding;
        foreach (IGrouping<BaselineEntry, BaselineEntry> same in entries) left[same.Key] -= same.Count();
        return finding with { Suppression = new(SuppressionKind.External, KnownBefore, new Place(FileName)) };
    }

    private static IEnumerable<BaselineEntry> EntriesOf(Finding finding, Submission submission, string key) => finding.OtherPlaces.Prepend(finding.Place).Select(place => EntryOf(finding, place, submission, key));

    private static BaselineEntry EntryOf(Finding finding, Place place, Submission submission, string key)
    {
        SourceText? text = submission.Files.FirstOrDefault(file => file.Path == place.File)?.Text;
        // The sentence or line around what was found, so that what it says of whom counts, too.
        string found = place.Line > 0 && text is not null && place.Line <= text.LineCount ? text.Slice(text.LineSpan(place.Line)).ToString() : finding.Message.Reveal();
        string folded = string.Join(' ', found.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        byte[] hash = HMACSHA256.HashData(Convert.FromHexString(key), Encoding.UTF8.GetBytes($"{finding.Rule.Id}\0{place.File}\0{folded}"));
        return new(finding.Rule.Id, place.File, Convert.ToHexStringLower(hash.AsSpan(0, KeyBytes)));
    }

    private static ConfigurationException Wrong(string path, string message) => new([new(path, 0, 0, message)]);
}

/// <summary>A baseline as it is stored.</summary>
internal sealed record BaselineFile(int Version, string Key, IReadOnlyList<BaselineEntry> Entries);

[JsonSerializable(typeof(BaselineFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
internal sealed partial class BaselineContext : JsonSerializerContext;
