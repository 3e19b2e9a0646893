using System.CommandLine;
using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Text;

namespace PostLint.Cli;

/// <summary><c>postlint tree FILE</c>: the syntax tree of a file, with lines and columns, as extractors read it.</summary>
internal static class TreeCommand
{
    private const int LongestText = 60;

    public static Command Create(Host host)
    {
        var file = new Argument<string>("file") { Description = "A post, a bibliography, or any other file that a submission may hold" };
        (Option<bool> reveal, Option<bool> mask) = SharedOptions.Masking();
        var command = new Command("tree", "Print the syntax tree of a file, with lines and columns") { file, reveal, mask };
        command.Contradict(reveal, mask);
        command.SetAction(parsed => Run(host, parsed.GetValue(file)!, SharedOptions.Reveals(parsed, reveal, mask) ?? host.Reveals));
        return command;
    }

    private static int Run(Host host, string file, bool reveals)
    {
        var names = new ShownNames(null, reveals);
        string full = Path.GetFullPath(file, host.WorkingDirectory),
            path = file.Replace('\\', '/');
        if (!File.Exists(full))
        {
            host.Error.WriteLine(
                (
                    $"postlint: {names.File(path)}: "
                    + (
                        Directory.Exists(full)
                            ? "it is a folder; name one of its files"
                            : $"there is no such file{CommandLine.Meant(file, host)}"
                    )
                )
            );
            return ExitCode.Usage;
        }
        (IReadOnlyList<SubmittedFile> files, string? failure) = SubmissionReader.ReadAlone(full, path);
        using OutputWriter output = host.OpenText();
        foreach (SubmittedFile read in files)
        {
            if (files.Count > 1)
                output.WriteLine($"{names.File(read.Path)}:");
            if (read.Text is null)
            {
                output.WriteLine($"{names.File(read.Path)}: of no format that is read");
                continue;
            }
            SyntaxTree tree = read.Parse();
            Print(output, tree, tree.Root, "", names, reveals);
        }
        if (failure is not null)
            host.Error.WriteLine($"postlint: {names.File(path)}: {names.Text(failure)}");
        if (!reveals)
            output.WriteLine("texts are masked; --reveal shows them");
        return failure is null ? ExitCode.Clean : ExitCode.Usage;
    }

    private static void Print(OutputWriter output, SyntaxTree tree, Node node, string indent, ShownNames names, bool reveals)
    {
        string name = node.Name is { Length: > 0 } own ? $" {names.Field(own)}" : "";
        string level = node.Level > 0 ? $" {node.Level}" : "";
        output.WriteLine(
            Printable.Line(
                $"{indent}{node.Kind}{level}{name} {Position(tree, node.Span.Start)}-{Position(tree, node.Span.End)} "
                    + $"{CommandLine.NameOf(node.Context)}{Text(tree, node, reveals)}"
            )
        );
        foreach (Node child in node.Children)
            Print(output, tree, child, indent + "  ", names, reveals);
    }

    private static string Position(SyntaxTree tree, int offset)
    {
        LinePosition at = tree.Source.PositionOf(offset);
        return FormattableString.Invariant($"{at.Line}:{at.Column}");
    }

    /// <summary>The value of a node, or the words of one without parts.</summary>
    private static string Text(SyntaxTree tree, Node node, bool reveals)
    {
        string text = node.Value ?? (node.Children.Count == 0 ? tree.Source.Slice(node.Content).ToString() : "");
        if (text.Length == 0)
            return "";
        if (!reveals)
            return $" {Message.Mask}";
        return $" “{Printable.Of(text.Length > LongestText ? text[..LongestText] + "…" : text)}”";
    }
}
