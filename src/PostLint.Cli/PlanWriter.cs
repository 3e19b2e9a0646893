using PostLint.Fixing;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>Prints what a fix would change.</summary>
/// <param name="names">Names of files and fields as they may be shown.</param>
/// <param name="showsText">Whether the changes of a text are shown, line by line.</param>
/// <param name="host">Where it is printed.</param>
internal sealed class PlanWriter(ShownNames names, bool showsText, Host host)
{
    /// <summary>Names as they may be shown.</summary>
    public ShownNames Names => names;

    /// <summary>Whether a change of a text was told without being shown.</summary>
    public bool HasHidden { get; private set; }

    /// <summary>Prints one file.</summary>
    public void Write(FileFix fix, OutputWriter output)
    {
        string what = $"{names.File(fix.File.Path)}: {string.Join(", ", fix.Rules)}";
        if (fix.Inner.Count > 0)
        {
            output.WriteLine($"would be packed again: {what}");
            foreach (FileFix inner in fix.Inner)
                Write(inner, output);
            return;
        }
        if (fix.Kind is FixKind.Deletion)
            output.WriteLine($"would be deleted: {what}");
        else if (fix.Kind is FixKind.Metadata)
            output.WriteLine($"would be rewritten without its metadata: {what}: {FieldsOf(fix.File)}");
        else if (showsText)
            WriteText(fix, output);
        else
        {
            HasHidden = true;
            output.WriteLine($"would be changed in {CommandLine.Count(fix.Edits.Edits.Count, "place")}: {what}");
        }
    }

    /// <summary>A program that takes the difference needs it as it is; a terminal or a log gets text that commands nothing.</summary>
    private void WriteText(FileFix fix, OutputWriter output)
    {
        string difference = UnifiedDiff.Of(fix.File.Text!, fix.Edits);
        if (!host.IsTerminal && !host.IsAutomatic)
            output.Write(difference);
        else
            foreach (string line in difference.TrimEnd('\n').Split('\n'))
                output.WriteLine(DiffLine(line));
    }

    /// <summary>The mark stays in its column; what follows it may be no command.</summary>
    private static string DiffLine(string line)
    {
        string text = line.TrimEnd('\r');
        return text.StartsWith(' ') ? $" {Printable.Line(Printable.Of(text[1..]))}" : text;
    }

    private string FieldsOf(SubmittedFile file) =>
        string.Join(", ", (file.Sheet?.Fields ?? []).Select(field => names.Field(field.FullName)).Distinct().Order(StringComparer.Ordinal));
}
