using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>The options that several commands have: what means the same has one name, one form and one check.</summary>
internal static class SharedOptions
{
    private static readonly string[] s_phases = ["submission", "camera-ready"];
    private static readonly string[] s_levels = ["error", "warning", "note", "never"];

    /// <summary><c>--profile</c>: a name, or a file.</summary>
    public static Option<string?> Profile(string description)
    {
        var option = new Option<string?>("--profile") { Description = description, HelpName = "NAME" };
        option.CompletionSources.Add(_ => BuiltInPack.Catalogue.ProfileNames.Select(name => new CompletionItem(name)));
        return option;
    }

    /// <summary><c>--phase</c>.</summary>
    public static Option<string> Phase() =>
        new Option<string>("--phase") { Description = "submission or camera-ready", DefaultValueFactory = _ => s_phases[0] }.Among(
            s_phases
        );

    /// <summary>The phase that a word means.</summary>
    public static Phase PhaseOf(string? word) => word == s_phases[1] ? PostLint.Rules.Phase.CameraReady : PostLint.Rules.Phase.Submission;

    /// <summary><c>--engine</c>.</summary>
    public static Option<string> Engine() =>
        new Option<string>("--engine")
        {
            Description = "What runs the rules: matcher, or nrules where the build has it; they find the same",
            HelpName = "NAME",
        }.Among([.. ConfigurationReader.Engines]);

    /// <summary><c>--fail-on</c>.</summary>
    public static Option<string> FailOn() =>
        new Option<string>("--fail-on")
        {
            Description = "The least severity that makes the exit code 1: error, warning, note or never",
            DefaultValueFactory = _ => s_levels[0],
        }.Among(s_levels);

    /// <summary>The severity that a word means; null for never.</summary>
    public static Severity? SeverityOf(string word) => word is "never" ? null : Enum.Parse<Severity>(word, ignoreCase: true);

    /// <summary><c>--select</c> or <c>--ignore</c>: rules and families, also several with commas between.</summary>
    public static Option<string[]> Rules(string name, string description)
    {
        Option<string[]> option = List(name, description, "RULE");
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Split(result.GetValueOrDefault<string[]>()).Length == 0)
            {
                result.AddError($"{name} names no rule");
            }
        });
        option.CompletionSources.Add(_ => RulesCommand.All().Select(rule => new CompletionItem(rule.Id)));
        return option;
    }

    /// <summary><c>--exclude</c>.</summary>
    public static Option<string[]> Exclude()
    {
        Option<string[]> option = List("--exclude", "Leave out files that match", "GLOB");
        option.Validators.Add(result =>
        {
            foreach (string glob in Split(result.GetValueOrDefault<string[]>()))
            {
                if (PathPattern.ProblemOf(glob) is { } problem)
                    result.AddError($"--exclude “{glob}”: {problem}");
            }
        });
        return option;
    }

    /// <summary><c>--reveal</c> and <c>--mask</c>, which contradict each other.</summary>
    public static (Option<bool> Reveal, Option<bool> Mask) Masking(string where = "") =>
        (
            new("--reveal") { Description = $"Show what identifies people, also where it would be masked{where}" },
            new("--mask") { Description = "Mask what identifies people, also on a terminal" }
        );

    /// <summary>Refuses two flags at once.</summary>
    public static void Contradict(this Command command, Option one, Option other) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(one) is { Implicit: false } && result.GetResult(other) is { Implicit: false })
            {
                result.AddError($"{one.Name} and {other.Name} contradict each other");
            }
        });

    /// <summary>Whether names are shown; null to let the surroundings decide.</summary>
    public static bool? Reveals(ParseResult parsed, Option<bool> reveal, Option<bool> mask) =>
        parsed.GetValue(reveal) ? true
        : parsed.GetValue(mask) ? false
        : null;

    /// <summary><c>--color</c>.</summary>
    public static Option<string> Color() =>
        new Option<string>("--color")
        {
            Description = "auto, always or never; auto heeds NO_COLOR and FORCE_COLOR, and else asks whether a terminal reads",
            DefaultValueFactory = _ => "auto",
            HelpName = "WHEN",
        }.Among("auto", "always", "never");

    /// <summary><c>--quiet</c>.</summary>
    public static Option<bool> Quiet(string what = "No progress and no counts") => new("--quiet") { Description = what };

    /// <summary><c>--isolated</c>.</summary>
    public static Option<bool> Isolated() =>
        new("--isolated") { Description = "Use no configuration file, and hide nothing that .gitignore names" };

    /// <summary><c>--no-ignore</c>.</summary>
    public static Option<bool> NoIgnore() => new("--no-ignore") { Description = "Read also what the work tree’s .gitignore hides" };

    /// <summary><c>--stdin-path</c>.</summary>
    public static Option<string> StdinPath() =>
        new("--stdin-path")
        {
            Description = "The path that standard input is linted as",
            DefaultValueFactory = _ => "stdin.md",
            HelpName = "PATH",
        };

    /// <summary>Refuses a path of standard input where nothing is read from it.</summary>
    public static void NeedsInput(this Command command, Option<string> stdinPath, Argument<string[]> paths) =>
        command.Validators.Add(result =>
        {
            bool isGiven = result.GetResult(stdinPath) is { Implicit: false };
            if (isGiven && result.GetValue(paths)?.Contains("-") != true)
            {
                result.AddError("--stdin-path belongs to standard input, which is checked as “-”");
            }
        });

    /// <summary><c>--limit</c>.</summary>
    public static Option<string[]> Limit()
    {
        string limits = string.Join(", ", ReadLimits.Names.Select(limit => $"{limit.Key}, {limit.Value}"));
        Option<string[]> option = List("--limit", $"How much is read: {limits}; what is left out is said; may be repeated", "NAME=N");
        option.Validators.Add(result =>
        {
            if (ReadLimits.Parse(result.GetValueOrDefault<string[]>() ?? []).Error is { } error)
                result.AddError(error);
        });
        return option;
    }

    /// <summary><c>--format</c> of a command with few forms; the first holds where none is given.</summary>
    public static Option<string> Format(string description, params string[] words) =>
        new Option<string>("--format") { Description = description, DefaultValueFactory = _ => words[0] }.Among(words);

    /// <summary>An option that may be repeated.</summary>
    public static Option<string[]> List(string name, string description, string helpName) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };

    /// <summary>A whole number within a range.</summary>
    public static Option<int> Number(string name, string description, string helpName, int least, int most, Func<int> otherwise) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => otherwise(),
            CustomParser = result =>
            {
                if (
                    int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                    && number >= least
                    && number <= most
                )
                {
                    return number;
                }
                result.AddError($"{name} takes a whole number from {least} to {most}, not “{result.Tokens[0].Value}”");
                return 0;
            },
        };

    /// <summary>An option that is one of some words.</summary>
    public static Option<string> Among(this Option<string> option, params string[] words)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Wrong(option.Name, token.Value, words) is { } wrong)
                result.AddError(wrong);
        });
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>An argument that is one of some words.</summary>
    public static Argument<string> Among(this Argument<string> argument, params string[] words)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Wrong(argument.Name, token.Value, words) is { } wrong)
                result.AddError(wrong);
        });
        argument.CompletionSources.Add(words);
        return argument;
    }

    /// <summary>The items of repeated values with commas between.</summary>
    public static string[] Split(string[]? values) =>
        [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string? Wrong(string name, string value, string[] words)
    {
        if (words.Contains(value))
            return null;
        string near = Nearest.Of(value, words) is { } meant ? $"; did you mean {meant}?" : "";
        return $"{name} is one of {string.Join(", ", words)}, not “{value}”{near}";
    }
}
