using System.Text.RegularExpressions;
using PostLint.Profiles;

namespace PostLint.Triage;

/// <summary>
/// The text of a message to authors, with names in braces for what differs: <c>{name}</c> (number and title), <c>{id}</c>, <c>{title}</c>,
/// <c>{deadline}</c>, <c>{places}</c>, <c>{check}</c>.
/// </summary>
internal sealed partial class MessageTemplate
{
    private static readonly string[] s_names = ["name", "id", "title", "deadline", "places", "check"];

    private readonly string _text;

    private MessageTemplate(string text) => _text = text;

    /// <summary>Asks for changes.</summary>
    public static MessageTemplate Ask { get; } =
        new(
            "Dear authors of {name},\n\nbefore your post goes to reviewers, please change what is listed here "
                + "{deadline}.\n\n{places}\n{check}\n"
        );

    /// <summary>Rejects.</summary>
    public static MessageTemplate Reject { get; } =
        new("Dear authors of {name},\n\nwe cannot send your post to reviewers, because of what is listed here.\n\n{places}\n");

    /// <summary>A template of a chair’s own.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Where it is from, for messages.</param>
    /// <exception cref="UserException">It has an unknown name in braces, or no <c>{places}</c>.</exception>
    public static MessageTemplate Parse(string text, string path)
    {
        foreach (Match match in Braces().Matches(text))
        {
            if (s_names.Contains(match.Groups["name"].Value))
                continue;
            int line = text.AsSpan(0, match.Index).Count('\n') + 1;
            throw new UserException([
                new(
                    path,
                    line,
                    1,
                    $"there is nothing called {match.Value}; there are {string.Join(", ", s_names.Select(name => $"{{{name}}}"))}"
                ),
            ]);
        }
        if (!text.Contains("{places}", StringComparison.Ordinal))
            throw new UserException([new(path, 0, 0, "it has no {places}, so that authors would not read what to change")]);
        return new(text);
    }

    /// <summary>The message.</summary>
    /// <param name="valueOf">What stands for a name.</param>
    internal string Fill(Func<string, string> valueOf) => Braces().Replace(_text, match => valueOf(match.Groups["name"].Value));

    [GeneratedRegex(@"\{(?<name>[a-z-]+)\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Braces();
}
