using System.Text;
using PostLint.Reporting.Terminal;

namespace PostLint.Cli;

/// <summary>
/// Standard output of all commands that are no reports. Each line that is written is only text, whatever of a submission stands in it: it
/// commands no terminal and is no command of GitHub's runner. Texts that are data, such as scripts, go through
/// <see cref="TextWriter.Write(string?)"/> as they are.
/// </summary>
internal sealed class OutputWriter : StreamWriter
{
    /// <summary>Writes UTF-8 without byte-order mark and LF; the stream stays open.</summary>
    public OutputWriter(Stream output)
        : base(output, new UTF8Encoding(false), leaveOpen: true) => NewLine = "\n";

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        foreach (string line in (value ?? "").Split('\n'))
        {
            string text = string.Join('\t', line.Split('\t').Select(Printable.Of));
            Write($"{Printable.Line(text)}\n");
        }
    }
}

/// <summary>Standard error: the same, with one line for each message.</summary>
/// <param name="inner">Where it goes.</param>
internal sealed class ErrorWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(Printable.Line(Printable.Of(value ?? "")));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
