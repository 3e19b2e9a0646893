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

    /// <summary>
    /// Whether text is coloured: what the command line says holds; otherwise <c>NO_COLOR</c> (no-color.org) before <c>FORCE_COLOR</c>
    /// (force-color.org), and else a terminal that has colours.
    /// </summary>
    /// <param name="when"><c>always</c>, <c>never</c> or <c>auto</c>.</param>
    public bool Colors(string when) =>
        when switch
        {
            "always" => true,
            "never" => false,
            _ when Environment("NO_COLOR") is { Length: > 0 } => false,
            _ when Environment("FORCE_COLOR") is { Length: > 0 } forced => forced is not ("0" or "false"),
            _ => IsTerminal && Environment("TERM") is not "dumb",
        };

    /// <summary>Whether the terminal makes links of what says so (OSC 8): those that are known to, for others might print it.</summary>
    public bool ShowsLinks =>
        IsTerminal
        && !IsAutomatic
        && Environment("TERM") is not "dumb"
        && (
            Environment("WT_SESSION") is { Length: > 0 }
            || Environment("KITTY_WINDOW_ID") is { Length: > 0 }
            || Environment("KONSOLE_VERSION") is { Length: > 0 }
            || int.TryParse(Environment("VTE_VERSION"), out int vte) && vte >= 5000
            || Environment("TERM_PROGRAM") is "iTerm.app" or "WezTerm" or "vscode" or "ghostty" or "Hyper"
            || Environment("TERM") is "xterm-kitty" or "alacritty" or "foot" or "xterm-ghostty"
        );

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

    /// <summary>Ends what runs on and on; never, in a process of its own, which the user ends.</summary>
    public CancellationToken Stopped { get; init; }

    /// <summary>Whether names are shown, where nobody said: only to somebody who watches.</summary>
    public bool Reveals => IsTerminal && !IsAutomatic;

    /// <summary>A writer to standard output.</summary>
    public OutputWriter OpenText() => new(Out);
}
