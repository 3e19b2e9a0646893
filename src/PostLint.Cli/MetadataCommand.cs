using System.CommandLine;
using PostLint.Assets;
using PostLint.Reporting;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary><c>postlint metadata FILE…</c>: all that files say about themselves, judged or not, so that nothing stays unseen.</summary>
internal static class MetadataCommand
{
    public static Command Create(Host host)
    {
        const string What = "Pictures, documents, recordings, fonts or archives";
        var files = new Argument<string[]>("file") { Description = What, Arity = ArgumentArity.OneOrMore };
        (Option<bool> reveal, Option<bool> mask) = SharedOptions.Masking();
        var command = new Command("metadata", "List what files say about themselves, and what is inside them") { files, reveal, mask };
        command.Contradict(reveal, mask);
        command.SetAction(parsed => Run(host, parsed.GetValue(files)!, SharedOptions.Reveals(parsed, reveal, mask)));
        return command;
    }

    private static int Run(Host host, string[] files, bool? reveal)
    {
        bool shows = reveal ?? host.Reveals;
        bool failed = false,
            isFaulty = false;
        var names = new ShownNames(null, shows);
        using OutputWriter output = host.OpenText();
        foreach (string file in files)
        {
            string full = Path.GetFullPath(file, host.WorkingDirectory);
            if (!File.Exists(full))
            {
                string shown = OutsidePath.From(host.WorkingDirectory, full);
                Unread unread = Directory.Exists(full) ? new(shown, "it is a folder; name its files") : Unread.Nowhere(shown, full);
                output.WriteLine($"not read: {names.File(unread)}: {names.Reason(unread)}");
                failed = true;
                continue;
            }
            var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
            foreach (SubmittedFile read in reader.Read(full, file.Replace('\\', '/')))
                Print(output, read, names, shows);
            foreach (Unread unread in reader.Unread.Concat(reader.Gaps))
            {
                output.WriteLine($"not read: {names.File(unread)}: {names.Reason(unread)}");
            }
            foreach (ReadingFault fault in reader.Faults)
            {
                output.WriteLine($"fault of PostLint: reading {names.File(fault.Path)} failed: {fault.Exception.GetType().Name}");
            }
            failed |= reader.Unread.Count > 0;
            isFaulty |= reader.Faults.Count > 0;
        }
        if (names.HasMasked || !shows)
            output.WriteLine("values and what identifies somebody are masked; --reveal shows them");
        return isFaulty ? ExitCode.Fault
            : failed ? ExitCode.Usage
            : ExitCode.Clean;
    }

    private static void Print(OutputWriter output, SubmittedFile file, ShownNames names, bool shows)
    {
        string path = names.File(file.Path);
        int count = file.Sheet?.Fields.Count ?? 0;
        if (file.Text is null)
            output.WriteLine($"{path}: of no format that is read");
        else if (file.Sheet is null)
            output.WriteLine($"{path}: text, {CommandLine.Count(file.Text.LineCount, "line")}");
        else
            output.WriteLine($"{path}: {(count == 0 ? "says nothing" : CommandLine.Count(count, "field"))}");
        foreach (MetadataField field in file.Sheet?.Fields ?? [])
        {
            output.WriteLine(shows ? $"  {field.FullName}: {file.Sheet!.ValueOf(field)}" : $"  {names.Field(field.FullName)}");
        }
    }
}
