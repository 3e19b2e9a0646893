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
public sealed record RunInfo(
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
