using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Triage;

/// <summary>What a run folder remembers of the run that made it, so that runs can be joined.</summary>
/// <param name="Title">What the run is called.</param>
/// <param name="Shard">Which part of the whole it is, from 1.</param>
/// <param name="Shards">How many parts there are; 1 for the whole.</param>
/// <param name="Columns">Columns that may be shared.</param>
/// <param name="PrivateColumns">Columns that only the chair sees.</param>
/// <param name="Source">The address of a line on the web; empty for none.</param>
/// <param name="Settings">What submissions were judged by.</param>
/// <param name="IsComplete">Whether it came to its end.</param>
internal sealed record RunInfo(
    string Title,
    int Shard,
    int Shards,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> PrivateColumns,
    string Source,
    string Settings,
    bool IsComplete
)
{
    private const string Name = "run.json";
    private const int MostBytes = 64 << 20;

    /// <summary>Whether what submissions share with others is told.</summary>
    public bool TellsShared { get; init; } = true;

    /// <summary>How many entries of the source are no submissions any more, by the reason.</summary>
    public IReadOnlyDictionary<string, int> SetAside { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>
    /// Tells the run from all others, so that nobody’s decisions are taken for another run’s; made of the submissions at its first end, and
    /// kept from then on. Empty before.
    /// </summary>
    public string Id { get; init; } = "";

    /// <summary>The version of PostLint that made it.</summary>
    public string Version { get; init; } = "";

    /// <summary>The profile that was named; empty where each submission told its own.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The roster: its file’s name and a short hash of its content, which tells it from others; empty for none.</summary>
    public string Roster { get; init; } = "";

    /// <summary>What parts of one whole have to have alike, by what people call it.</summary>
    [JsonIgnore]
    public IEnumerable<(string What, string Value)> Made => [("version", Version), ("profile", Profile), ("roster", Roster)];

    /// <summary>The id of a run that has come to its first end.</summary>
    /// <param name="heads">Its records in short.</param>
    public static string IdOf(IEnumerable<RecordHead> heads)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RecordHead head in heads.OrderBy(head => head.Id, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{head.Id}\0{head.Content}\n"));
        return ContentKey.End(hash);
    }

    /// <summary>Reads it; null where the folder holds none.</summary>
    /// <param name="folder">Full path of the run folder.</param>
    /// <exception cref="UserException">It cannot be read.</exception>
    public static RunInfo? Of(string folder)
    {
        string path = Path.Combine(folder, ".state", Name);
        if (!Path.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize(GivenFile.ReadBytes(path, MostBytes), RunInfoContext.Default.RunInfo);
        }
        catch (JsonException)
        {
            throw new UserException([new(path, 0, 0, "it does not describe a run; remove the folder, and run the triage again")]);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(RunFolder folder) =>
        RunFolder.Write(folder.In(".state", Name), stream => JsonSerializer.Serialize(stream, this, RunInfoContext.Default.RunInfo));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunInfo))]
internal sealed partial class RunInfoContext : JsonSerializerContext;
