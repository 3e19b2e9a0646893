using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A field that a reference manager keeps for its user and no citation needs.</summary>
/// <param name="Name">The field's name, lower case.</param>
/// <param name="Value">Its content.</param>
/// <param name="IsOwner">Whether the field holds a user by definition.</param>
/// <param name="Place">The field.</param>
public sealed record PrivateField(string Name, Sensitive Value, bool IsOwner, Place Place) : Fact(Place);

/// <summary>An entry that its keeper marked as a work of his own, as the themes of personal pages have it.</summary>
/// <param name="Field">The field's name, lower case.</param>
/// <param name="Place">The field.</param>
public sealed record OwnEntryMark(string Field, Place Place) : Fact(Place);

/// <summary>Finds private fields in bibliographies.</summary>
internal sealed partial class PrivateFieldExtractor : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear
    private const int LongestEncoded = 20_000; // characters of base64; BibDesk's are a few hundred

    // What the themes of personal pages ask their owner to set on papers of his own.
    private static readonly HashSet<string> s_ownMarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "my",
        "mine",
        "own",
        "ownwork",
        "own_work",
        "selected",
        "selfcite",
        "self",
    };

    // Fields of JabRef, BibDesk, Mendeley, Zotero with Better BibTeX, CiteULike and BibSonomy, from their documentation, that hold a user,
    // a local file or a private note.
    private static readonly HashSet<string> s_owner = new(StringComparer.OrdinalIgnoreCase)
    {
        "owner",
        "username",
        "added-by",
        "addedby",
        "__markedentry",
        "creationuser",
        "modificationuser",
        "posted-by",
        "citeulike-user",
        "bibsonomy-user",
    };
    private static readonly HashSet<string> s_private = new(StringComparer.OrdinalIgnoreCase)
    {
        "file",
        "local-url",
        "localfile",
        "local_file",
        "bdsk-file-1",
        "bdsk-file-2",
        "bdsk-file-3",
        "pdf-path",
        "mendeley-groups",
        "mendeley-tags",
        "groups",
        "annote",
        "annotation",
        "review",
        "comment",
        "ranking",
        "readstatus",
        "priority",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Bibliography)
            return;
        foreach (Match match in Directory().Matches(document.Source.Text))
        {
            if (PlaceholderNames.IsAnybody(match.Groups["login"].Value))
                continue;
            facts.Add(
                new PrivateField(
                    "filedirectory",
                    match.Groups["login"].Value,
                    true,
                    document.PlaceOf(new(match.Index, match.Length), TextContext.BibliographyField)
                )
            );
        }
        foreach (Node entry in document.Tree.Root.Children)
        {
            if (entry.Kind is not NodeKind.BibEntry)
                continue;
            foreach (Node field in entry.Children)
            {
                if (field.Kind is not NodeKind.BibField || field.Name is null || field.Content.IsEmpty)
                    continue;
                bool isOwner = s_owner.Contains(field.Name);
                if (s_ownMarks.Contains(field.Name) && IsYes(document.Source.Slice(field.Content)))
                {
                    facts.Add(new OwnEntryMark(field.Name.ToLowerInvariant(), document.PlaceOf(field.Span, TextContext.BibliographyField)));
                }
                if (field.Name.StartsWith("bdsk-file", StringComparison.OrdinalIgnoreCase))
                    Encoded(document, field, facts);
                if (!isOwner && !s_private.Contains(field.Name))
                    continue;
                string value = document.Source.Slice(field.Content).Trim().Trim("{}[]:").Trim().ToString();
                if (value.Length == 0 || (isOwner && PlaceholderNames.IsAnybody(value)))
                    continue;
                facts.Add(new PrivateField(field.Name, value, isOwner, document.PlaceOf(field.Span, TextContext.BibliographyField)));
            }
        }
    }

    private static bool IsYes(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> bare = value.Trim("{}\" \t\r\n");
        return bare.Equals("true", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("yes", StringComparison.OrdinalIgnoreCase)
            || bare is "1" or "y";
    }

    /// <summary>BibDesk keeps the place of a file as a property list in base64, which shows whose home it lies in.</summary>
    private static void Encoded(Document document, Node field, ICollection<Fact> facts)
    {
        string value = new([
            .. document.Source.Slice(field.Content).ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='),
        ]);
        if (value.Length > LongestEncoded || !Base64.IsValid(value))
            return;
        string list = Encoding.Latin1.GetString(Convert.FromBase64String(value));
        if (HomeInList().Match(list) is not { Success: true } home || PlaceholderNames.IsAnybody(home.Groups["login"].Value))
            return;
        facts.Add(
            new Identifier(IdentifierKind.HomePath, home.Groups["login"].Value, document.PlaceOf(field.Span, TextContext.BibliographyField))
        );
    }

    // JabRef: @Comment{jabref-meta: fileDirectory-LOGIN-HOST:FOLDER;}
    [GeneratedRegex(
        """(?:[fF]ileDirectory(?:Latex)?|blgFilePath|laTexFileDirectory)-(?<login>[^\s:;{}-][^\s:;{}]{1,60}?)(?:-[^\s:;{}]{1,60})?:""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Directory();

    [GeneratedRegex("""(?:Users[/:]|home/)(?<login>[\p{L}\d][\p{L}\d._-]{1,40})[/:]""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex HomeInList();
}
