using System.CommandLine;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary>What <c>postlint pr</c> was asked.</summary>
/// <param name="Check">How it is linted.</param>
/// <param name="Base">The branch that the request goes to; null for the event's.</param>
/// <param name="Head">Its last commit; null for the event's, or what is checked out.</param>
/// <param name="Title">Its title; null for the event's.</param>
/// <param name="Event">GitHub's event payload; null for the one that its environment names.</param>
/// <param name="Repository">A folder of the repository.</param>
internal sealed record PrOptions(CheckOptions Check, string? Base, string? Head, string? Title, string? Event, string Repository);

/// <summary>The options of <c>postlint pr</c> as the command line has them.</summary>
internal sealed class PrSyntax
{
    private readonly Option<string?> _base = new("--base")
    {
        Description = "The branch or commit that the request goes to; told from the event in Actions",
        HelpName = "REVISION",
    };
    private readonly Option<string?> _head = new("--head")
    {
        Description = "Its last commit; told from the event in Actions, else what is checked out",
        HelpName = "REVISION",
    };
    private readonly Option<string?> _title = new("--title")
    {
        Description = "Its title, which has to be the post’s name",
        HelpName = "TEXT",
    };
    private readonly Option<string?> _event = new("--event")
    {
        Description = "GitHub’s event payload; in Actions the one of the run",
        HelpName = "FILE",
    };
    private readonly Option<string> _repository = new("--repository")
    {
        Description = "A folder of the repository",
        DefaultValueFactory = _ => ".",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _profile = SharedOptions.Profile(
        "The profile of the call; left out, what the base’s .postlint.yml names, or the post’s edition"
    );
    private readonly Option<string> _phase = SharedOptions.Phase();
    private readonly Option<string[]> _format = FormatOption.Create();
    private readonly Option<string> _failOn = SharedOptions.FailOn();
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<bool> _why = new("--why") { Description = "Show the facts and rules behind each finding" };
    private readonly (Option<bool> Reveal, Option<bool> Mask) _masking = SharedOptions.Masking("; in a public log everybody reads it");
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public PrSyntax()
    {
        Command = new("pr", "Check a pull request: its post, and what it does beside")
        {
            _base,
            _head,
            _title,
            _event,
            _repository,
            _profile,
            _phase,
            _format,
            _failOn,
            _pack,
            _why,
            _masking.Reveal,
            _masking.Mask,
            _quiet,
        };
        Command.Contradict(_event, _base);
        Command.Contradict(_masking.Reveal, _masking.Mask);
    }

    public Command Command { get; }

    public PrOptions Read(ParseResult parsed)
    {
        var check = new CheckOptions
        {
            Paths = ["."],
            Profile = parsed.GetValue(_profile),
            Phase = SharedOptions.PhaseOf(parsed.GetValue(_phase)),
            Outputs = FormatOption.Read(parsed.GetValue(_format)!),
            FailOn = SharedOptions.SeverityOf(parsed.GetValue(_failOn)!),
            Packs = parsed.GetValue(_pack)!,
            Why = parsed.GetValue(_why),
            Reveal = SharedOptions.Reveals(parsed, _masking.Reveal, _masking.Mask),
            Quiet = parsed.GetValue(_quiet),
        };
        return new(
            check,
            parsed.GetValue(_base),
            parsed.GetValue(_head),
            parsed.GetValue(_title),
            parsed.GetValue(_event),
            parsed.GetValue(_repository)!
        );
    }
}
