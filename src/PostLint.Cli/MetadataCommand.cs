using System.CommandLine;
using PostLint.Assets;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary><c>postlint metadata FILE…</c>: all that files say about themselves, judged or not, so that nothing stays unseen.</summary>
internal static class MetadataCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("file") { Description = "Pictures, documents, recordings, fonts or archives", Arity = ArgumentArity.OneOrMore };
        (Option<bool> reveal, Option<bool> mask) = SharedOptions.Masking();
        var command = new Command("metadata", "List what files say about themselves, and what is inside them") { files, reveal, mask };
        command.Contradict(reveal, mask);
        command.SetAction(parsed => Run(host, parsed.GetValue(files)!, SharedOptions.Reveals(parsed, reveal, mask)));
        return command;
    }

    private static int Run(Host host, string[] files, bool? reveal)
    {
        bool shows = reveal ?? (host.IsTerminal && !host.IsAutomatic);
        bool failed = false;
        using StreamWriter output = host.OpenText();
        foreach (string file in files)
        {
            var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
            foreach (SubmittedFile read in reader.Read(Path.GetFullPath(file, host.WorkingDirectory), file)) Print(output, read, shows);
            foreach (Unread unread in reader.Unread.Concat(reader.Gaps)) output.WriteLine($"not read: {unread.Path}: {unread.Reason}");
            failed |= reader.Unread.Count > 0;
        }
        return failed ? ExitCode.Usage : ExitCode.Clean;
    }

    private static void Print(StreamWriter output, SubmittedFile file, bool shows)
    {
        if (file.Text is null) output.WriteLine($"{file.Path}: of no format that is read");
        else if (file.Sheet is null) output.WriteLine($"{file.Path}: text, {file.Text.LineCount} lines");
        else output.WriteLine($"{file.Path}: {(file.Sheet.Fields.Count == 0 ? "says nothing" : $"{file.Sheet.Fields.Count} fields")}");
        foreach (MetadataField field in file.Sheet?.Fields ?? []) output.WriteLine(shows ? $"  {field.FullName}: {file.Sheet!.ValueOf(field)}" : $"  {field.FullName}");
    }
}
