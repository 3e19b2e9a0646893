using System.Diagnostics.CodeAnalysis;

namespace PostLint.Cli;

/// <summary>What surrounds a run: streams, terminal, environment. Tests give their own.</summary>
internal sealed record Host(Stream In, Stream Out, TextWriter Error, string WorkingDirectory, Func<string, string?> Environment)
{
    /// <summary>Where messages go, each as one line of text.</summary>
    public TextWriter Error { get; } = new ErrorWriter(Error);

    /// <summary>Whether standard output is a terminal that somebody watches.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether standard error is one.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether an automatic service runs PostLint; its logs are read by strangers.</summary>
    public bool IsAutomatic => Environment("CI") is { Length: > 0 } and not "false" || Environment("GITHUB_ACTIONS") is "true";

    /// <summary>Whether text may be coloured: on a terminal, and never against <c>NO_COLOR</c> (no-color.org).</summary>
    public bool AllowsColor => IsTerminal && Environment("NO_COLOR") is not { Length: > 0 } && Environment("TERM") is not "dumb";

    /// <summary>The surroundings of this process.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The process owns its standard streams to its end.")]
    public static Host OfProcess() =>
        new(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            Console.Error,
            Directory.GetCurrentDirectory(),
            System.Environment.GetEnvironmentVariable
        )
        {
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 40, 140),
        };

    /// <summary>Whether names are shown, where nobody said: only to somebody who watches.</summary>
    public bool Reveals => IsTerminal && !IsAutomatic;

    /// <summary>A writer to standard output.</summary>
    public OutputWriter OpenText() => new(Out);
}
