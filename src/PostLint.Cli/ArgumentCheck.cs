using System.CommandLine;

namespace PostLint.Cli;

/// <summary>
/// Looks through a command line before anything is done: one unknown or mistyped word, and nothing is done at all. The parser alone takes
/// an unknown
/// option for a path wherever paths may stand, and the next word for the value of a flag.
/// </summary>
/// <param name="host">What surrounds the run.</param>
internal sealed class ArgumentCheck(Host host)
{
    private const int MostListed = 12;

    // What other tools call what PostLint calls otherwise.
    private static readonly Dictionary<string, string[]> s_elsewhere = new(StringComparer.Ordinal)
    {
        ["dry-run"] = ["--diff", "--check"],
        ["dryrun"] = ["--diff", "--check"],
        ["rule"] = ["--select"],
        ["rules"] = ["--select"],
        ["output"] = ["--format", "--out"],
        ["json"] = ["--format"],
        ["no-config"] = ["--isolated"],
    };

    private readonly List<Option> _given = [];
    private Command _command = null!;
    private int _arguments;

    /// <summary>Whether help or the version is asked for, where nothing else is needed.</summary>
    public bool AsksForHelp { get; private set; }

    /// <summary>What is wrong with a command line, in one line; null for nothing.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="words">The words of the command line.</param>
    public string? Find(RootCommand root, IReadOnlyList<string> words)
    {
        _command = root;
        for (int at = 0; at < words.Count; at++)
        {
            // PostLint itself starts hidden commands, and passes on what was looked through.
            if (_command.Hidden)
                return null;
            if (words[at] is "--")
                return Rest(words.Count - at - 1) ?? Missing();
            string? wrong = IsOption(words[at]) || HasLongDash(words[at]) ? Option(words, ref at) : Word(words[at]);
            if (wrong is not null)
                return wrong;
        }
        return Missing();
    }

    private string Name
    {
        get
        {
            IEnumerable<string> names = Above(_command)
                .Prepend(_command)
                .Reverse()
                .Select(command => command is RootCommand ? "postlint" : command.Name);
            return string.Join(' ', names);
        }
    }

    /// <summary>The commands that a command belongs to, from its own up.</summary>
    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().Take(1).SelectMany(parent => Above(parent).Prepend(parent));

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    /// <summary>
    /// Whether a word was an option before a word processor joined its dashes; a file of that name is meant, where there is one.
    /// </summary>
    private bool HasLongDash(string word) =>
        word.Length > 1 && word[0] is '–' or '—' && !Path.Exists(Path.GetFullPath(word, host.WorkingDirectory));

    private IEnumerable<Option> Options =>
        _command.Options.Concat(Above(_command).SelectMany(command => command.Options.Where(option => option.Recursive)));

    private string? Option(IReadOnlyList<string> words, ref int at)
    {
        string word = words[at];
        int end = word.IndexOfAny(['=', ':']);
        string name = end < 0 ? word : word[..end];
        if (Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name)) is not { } known)
            return Unknown(name);
        AsksForHelp |= known is System.CommandLine.Help.HelpOption or VersionOption;
        bool isFlag = known.ValueType == typeof(bool);
        if (isFlag || AsksForHelp)
            return end < 0 ? null : $"{name} takes no value; write {name} alone, or leave it out";
        if (_given.Contains(known) && known.Arity.MaximumNumberOfValues == 1)
            return $"{name} is given twice";
        _given.Add(known);
        if (end < 0 && ++at == words.Count)
            return $"{name} needs a value: {known.HelpName ?? known.Description}";
        string value = end < 0 ? words[at] : word[(end + 1)..];
        for (int more = known.Arity.MinimumNumberOfValues; more > 1; more--)
        {
            if (++at == words.Count || IsOption(words[at]))
                return $"{name} needs {known.Arity.MinimumNumberOfValues} values: {known.HelpName}";
        }
        if (string.IsNullOrWhiteSpace(value))
            return $"{name} has an empty value; is a variable not set?";
        bool isNumber = known.ValueType == typeof(int) && value[1..].All(char.IsAsciiDigit);
        return end < 0 && IsOption(value) && !isNumber
            ? $"{name} needs a value, and {value} looks like an option; if it is meant, write {name}={value}"
            : null;
    }

    private string? Word(string word)
    {
        if (_arguments == 0 && _command.Subcommands.FirstOrDefault(command => command.Name == word) is { } command)
        {
            _command = command;
            return null;
        }
        string[] commands = [.. _command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)];
        if (_command.Arguments.Count == 0 && commands.Length > 0)
        {
            string hint = Nearest.Of(word, commands) is { } near
                ? $"did you mean {near}?"
                : $"there {(commands.Length == 1 ? "is" : "are")} {string.Join(", ", commands)}";
            return $"there is no command {Name} {word}; {hint}";
        }
        if (word.Trim().Length == 0)
            return $"an empty {Wanted} is given to {Name}; is a variable not set?";
        bool isMistyped =
            _arguments++ == 0 && Nearest.Of(word, commands) is not null && !Path.Exists(Path.GetFullPath(word, host.WorkingDirectory));
        if (isMistyped)
        {
            return $"there is no file or folder {word}, and no command {Name} {word}; did you mean {Name} {Nearest.Of(word, commands)}?";
        }
        return TooMany($"and “{word}” is one more");
    }

    private string? Rest(int count)
    {
        _arguments += count;
        return TooMany("and there are more");
    }

    private string? TooMany(string extra)
    {
        int most = _command.Arguments.Sum(argument => argument.Arity.MaximumNumberOfValues);
        if (_arguments <= most)
            return null;
        return most == 0
            ? $"{Name} takes no path or name, {extra}"
            : $"{Name} takes {string.Join(" and ", _command.Arguments.Select(argument => $"one {argument.Name}"))}, {extra}";
    }

    private string? Missing()
    {
        if (AsksForHelp)
            return null;
        if (_command.Action is null && _command.Subcommands.Count > 0)
        {
            IEnumerable<string> commands = _command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
            return $"{Name} needs a command: {string.Join(", ", commands)}";
        }
        Argument[] needed = [.. _command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0)];
        if (_arguments >= needed.Length)
            return null;
        Argument missing = needed[_arguments];
        return $"{Name} needs <{missing.Name}>: {char.ToLowerInvariant(missing.Description![0])}{missing.Description[1..]}";
    }

    private string Wanted => _command.Arguments.Select(argument => argument.Name).FirstOrDefault() ?? "word";

    private string Unknown(string name)
    {
        string[] known =
        [
            .. Options
                .Where(option => !option.Hidden)
                .Select(option => option.Name)
                .Where(option => option.StartsWith("--", StringComparison.Ordinal))
                .Distinct(),
        ];
        string plain = name.TrimStart('-', '–', '—');
        string[] meant = [.. s_elsewhere.GetValueOrDefault(plain, []).Intersect(known)];
        if (meant.Length == 0)
        {
            meant = [.. known.Where(option => plain.Length > 2 && option.StartsWith("--" + plain, StringComparison.OrdinalIgnoreCase))];
        }
        if (meant.Length == 0 && Nearest.Of(plain, known.Select(option => option[2..])) is { } near)
            meant = [$"--{near}"];
        string hint =
            meant.Length > 0 ? $"did you mean {string.Join(" or ", meant)}?"
            : known.Length <= MostListed ? $"there are {string.Join(", ", known.Order(StringComparer.Ordinal))}"
            : $"{Name} --help lists them";
        return $"there is no option {name} in {Name}; {hint}";
    }
}
