using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Finds identifiers: a cheap search for the words they begin with, then the grammar of one kind on the spot.</summary>
internal sealed partial class IdentifierExtractor : IExtractor
{
    private const int AroundLicence = 500; // UTF-16 units; headers of files are no longer
    private const int Timeout = 1_000; // milliseconds

    private static readonly ShellPromptGrammar s_prompt = new();
    private static readonly CopyrightGrammar s_copyright = new();

    // The search for many words at once is quick as long as few of their beginnings occur in ordinary text, and two searches for half of
    // them are several times as quick as one for all. Where words of two grammars stand at one place, the first is tried first.
    private static readonly GrammarGroup[] s_groups =
    [
        new(
            new HomePathGrammar(),
            new ClusterPathGrammar(),
            new SyncedFolderGrammar(),
            new GitRemoteGrammar(),
            new LoginLineGrammar(),
            new HubUploadGrammar(),
            new RunEntityGrammar(),
            new AccessTokenGrammar()
        ),
        new(
            s_copyright,
            new CodeAuthorGrammar(),
            new WidgetRepositoryGrammar(),
            new OrcidGrammar(),
            new PhoneGrammar(),
            new AnalyticsIdGrammar()
        ),
    ];

    /// <summary>All grammars.</summary>
    public static IEnumerable<IdentifierGrammar> Grammars => [.. s_groups.SelectMany(group => group.Grammars), s_prompt];

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
            Add(document, StartOfUser(text, at), s_prompt, facts);
        for (int at = text.IndexOf('©', StringComparison.Ordinal); at >= 0; at = text.IndexOf('©', at + 1))
            Add(document, at, s_copyright, facts);
        foreach (GrammarGroup group in s_groups)
            Extract(document, group, facts);
    }

    private static void Extract(Document document, GrammarGroup group, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(group.Triggers);
            if (found < 0)
                return;
            at += found;
            foreach ((string word, int offset, IdentifierGrammar grammar) in group.Words)
            {
                if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                    continue;
                int end = Add(document, at - offset, grammar, facts);
                if (end < 0)
                    continue;
                at = Math.Max(at, end - 1);
                break;
            }
        }
    }

    private static int StartOfUser(string text, int at)
    {
        int start = at;
        while (start > 0 && at - start < 32 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-'))
            start--;
        return start;
    }

    /// <summary>Tries a grammar at an offset; returns where the match ends, or -1.</summary>
    private static int Add(Document document, int at, IdentifierGrammar grammar, ICollection<Fact> facts)
    {
        if (at < 0)
            return -1;
        Match match = grammar.Pattern.Match(document.Source.Text, at);
        Group value = match.Groups["value"];
        if (!match.Success || !value.Success)
            return -1;
        string found = value.Value.Trim().TrimEnd('.', ',', ';');
        if (found.Length == 0 || PlaceholderNames.IsAnybody(found) || !grammar.IsSound(found, document, at))
            return -1;
        if (document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw))
            return -1;
        bool isLicensed = grammar.Kind is IdentifierKind.Copyright or IdentifierKind.CodeAuthor && IsInLicence(document, match.Index);
        facts.Add(
            new Identifier(
                isLicensed ? IdentifierKind.LicenceHolder : grammar.Kind,
                found,
                document.PlaceOf(new(match.Index, match.Value.TrimEnd().Length))
            )
        );
        return match.Index + match.Length;
    }

    /// <summary>
    /// Whether words of a program's licence stand near a place, within the same text or code. Licences of texts, such as Creative Commons’,
    /// are what
    /// authors give their own posts.
    /// </summary>
    private static bool IsInLicence(Document document, int at)
    {
        int unit = document.UnitAt(at),
            start = Math.Max(0, at - AroundLicence),
            end = Math.Min(document.Source.Text.Length, at + AroundLicence);
        if (unit >= 0)
        {
            start = Math.Max(start, document.Units[unit].Block.Segments[0].Start);
            end = Math.Min(end, document.Units[unit].Block.Segments[^1].End);
        }
        return Licence().IsMatch(document.Source.Text.AsSpan(start, end - start));
    }

    [GeneratedRegex(
        (
            """(?i:permission is hereby granted|MIT licen[cs]e|licen[cs]e\W{1,3}MIT|SPDX-License|Apache Licen[cs]e|BSD"""
            + """|GNU (?:Lesser |Affero )?General Public|GPL|redistribution and use|@licen[cs]e|@preserve|Mozilla Public"""
            + """|ISC licen[cs]e|licensed under the)"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Licence();

    /// <summary>Grammars whose words are looked for together.</summary>
    private sealed class GrammarGroup(params IdentifierGrammar[] grammars)
    {
        public IReadOnlyList<IdentifierGrammar> Grammars => grammars;

        public (string Word, int Offset, IdentifierGrammar Grammar)[] Words { get; } =
        [.. grammars.SelectMany(grammar => grammar.Triggers.Select(trigger => (trigger.Word, trigger.Offset, grammar)))];

        public SearchValues<string> Triggers { get; } =
            SearchValues.Create(
                [.. grammars.SelectMany(grammar => grammar.Triggers).Select(trigger => trigger.Word)],
                StringComparison.Ordinal
            );
    }
}
