using System.Diagnostics;
using System.Text.Json;
using PostLint.Assets;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Bench;

/// <summary>
/// Reads all binary files of a folder with PostLint and with ExifTool, and prints each field that ExifTool shows and that identifies
/// somebody, by PostLint's own judgement
/// of its value, while PostLint tells nothing of that value in that file; then the time that either took.
/// </summary>
internal static class SideBySide
{
    public static int Print(string folder)
    {
        AssetFieldExtractor judge = BuiltInPack.Create().Extractors.OfType<AssetFieldExtractor>().Single();
        string[] files =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => FileKinds.AssetRoleOf(file) is FileRole.BinaryAsset)
                .Order(StringComparer.Ordinal),
        ];
        Read(files[0]);
        var watch = Stopwatch.StartNew();
        var found = files.ToDictionary(file => Path.GetFullPath(file), file => Facts(Read(file), judge));
        long own = watch.ElapsedMilliseconds;
        watch.Restart();
        using JsonDocument shown = JsonDocument.Parse(RunExifTool(folder));
        long theirs = watch.ElapsedMilliseconds;

        int judged = 0,
            missed = 0;
        foreach (JsonElement file in shown.RootElement.EnumerateArray())
        {
            string path = Path.GetFullPath(file.GetProperty("SourceFile").GetString()!);
            if (!found.TryGetValue(path, out List<string>? values))
                continue;
            foreach (JsonProperty field in file.EnumerateObject())
            {
                int colon = field.Name.IndexOf(':', StringComparison.Ordinal);
                if (
                    colon < 0
                    || field.Name.StartsWith("System", StringComparison.Ordinal)
                    || field.Name.StartsWith("Composite", StringComparison.Ordinal)
                )
                    continue;
                foreach (string value in Values(field.Value))
                {
                    if (judge.Judge(field.Name[..colon], field.Name[(colon + 1)..], value) is not { } told)
                        continue;
                    judged++;
                    if (values.Contains($"{told.Kind}:{told.Value.Trim()}"))
                        continue;
                    missed++;
                    Console.WriteLine($"{Path.GetRelativePath(folder, path)}: {field.Name}: {value}  ({told.Kind})");
                }
            }
        }
        Console.WriteLine(
            $"{files.Length} files; {judged} identifying values shown by ExifTool, {missed} not told by PostLint; {own} ms "
                + $"against {theirs} ms"
        );
        return missed == 0 ? 0 : 1;
    }

    private static IReadOnlyList<SubmittedFile> Read(string file) =>
        new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None).Read(file, file);

    private static List<string> Facts(IReadOnlyList<SubmittedFile> files, AssetFieldExtractor judge)
    {
        var facts = new List<Fact>();
        var lexicon = new Lexicon();
        foreach (SubmittedFile file in files.Where(file => file.Sheet is not null))
            judge.Extract(new Document(file.Parse(), file.Role, lexicon, 0, 0), facts);
        return [.. facts.OfType<AssetField>().Select(fact => $"{fact.Kind}:{fact.Value.Text.Trim()}")];
    }

    private static IEnumerable<string> Values(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Values),
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number => [value.GetRawText()],
            _ => [],
        };

    private static string RunExifTool(string folder)
    {
        var start = new ProcessStartInfo("exiftool", ["-a", "-G1", "-s", "-json", "-r", "-q", folder]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
