using System.Text.RegularExpressions;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts.Assets;

/// <summary>What the value of a field is.</summary>
public enum AssetValue
{
    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A login or another name of one word where a person is expected.</summary>
    Login,

    /// <summary>The id of an account of a service.</summary>
    Account,

    /// <summary>A university, company or laboratory.</summary>
    Organisation,

    /// <summary>An address, number or page to reach somebody.</summary>
    Contact,

    /// <summary>Coordinates.</summary>
    Coordinates,

    /// <summary>A named place.</summary>
    Place,

    /// <summary>A device's serial number.</summary>
    Serial,

    /// <summary>A device's name, given by its owner.</summary>
    Device,

    /// <summary>The musician or speaker of a recording.</summary>
    Performer,

    /// <summary>Whoever drew a font, as nearly every font says.</summary>
    Designer,

    /// <summary>An agency or collection whose photographers are credited.</summary>
    Stock,

    /// <summary>A title that is the name of a file, with words in it that may be names.</summary>
    FileTitle,

    /// <summary>What narrows the circle a little: a time zone, a display, the mark of a screenshot.</summary>
    Circumstance,
}

/// <summary>A field of a file's metadata that may identify somebody.</summary>
/// <param name="Name">Group and name of the field; a name that nobody knows is left out, since it could identify, too.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Value">The value, or the part of it that identifies.</param>
/// <param name="Place">The value.</param>
public sealed record AssetField(Neutral Name, AssetValue Kind, Sensitive Value, Place Place) : Fact(Place);

/// <summary>
/// Judges the fields of metadata: by what a field is meant to hold, and by whether its value is what machines write for everybody.
/// </summary>
/// <param name="fields">What fields hold.</param>
/// <param name="values">What names nobody.</param>
internal sealed partial class AssetFieldExtractor(Lazy<FieldBook> fields, Lazy<ValueBook> values) : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of
    private const int LongestName = 200; // what is longer is a text about something

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Root.Children)
        {
            if (node is not { Kind: NodeKind.MetadataField, Name: { } fullName, Value: { } value })
                continue;
            int colon = fullName.IndexOf(':', StringComparison.Ordinal);
            (string group, string name) = (fullName[..colon], fullName[(colon + 1)..]);
            if ((Judge(group, name, value) ?? Title(name, value, document.Source.Path)) is not { } judged)
                continue;
            facts.Add(new AssetField(Shown(group, name), judged.Kind, judged.Value, document.PlaceOf(node.Content, TextContext.Metadata)));
        }
    }

    /// <summary>What a value is, and its part that identifies; null for what identifies nobody.</summary>
    public (AssetValue Kind, string Value)? Judge(string group, string name, string value)
    {
        string text = value.Trim();
        if (ServiceAccount().Match(text) is { Success: true } account)
            return (AssetValue.Account, account.Groups["id"].Value);
        FieldRole role = fields.Value.RoleOf(group, name);
        if (role is FieldRole.Profile or FieldRole.Device or FieldRole.Tool or FieldRole.Ignored && OfOwner(text) is { } owned)
            return owned;
        return role switch
        {
            FieldRole.Author => Author(text),
            FieldRole.Performer => Author(text) is null ? null : (AssetValue.Performer, text),
            FieldRole.Designer => Rights(text) is { Kind: AssetValue.Person } ? (AssetValue.Designer, text) : null,
            FieldRole.Rights => Rights(text),
            FieldRole.Organisation => values.Value.IsStock(text) ? (AssetValue.Stock, text)
            : IsNobody(text) ? null
            : (AssetValue.Organisation, text),
            FieldRole.Contact => text.Count(char.IsAsciiDigit) < 7 && IsNobody(text) ? null : (AssetValue.Contact, text),
            FieldRole.Place => IsNobody(text) || !text.Any(char.IsLetter) ? null : (AssetValue.Place, text),
            FieldRole.Coordinates => text.Any(c => c is >= '1' and <= '9') ? (AssetValue.Coordinates, text) : null,
            FieldRole.Serial => IsSerial(text) ? (AssetValue.Serial, text) : null,
            FieldRole.Device => IsNobody(text) ? null : (AssetValue.Device, text),
            FieldRole.Account => IsAccount(text) ? (AssetValue.Account, text) : null,
            FieldRole.Profile => values.Value.IsStandardProfile(text) ? null : (AssetValue.Circumstance, text),
            FieldRole.TimeZone => text is "Z" or "+00:00" or "0" or "-00:00" ? null : (AssetValue.Circumstance, text),
            FieldRole.Mark => text.Equals("Screenshot", StringComparison.OrdinalIgnoreCase) ? (AssetValue.Circumstance, text) : null,
            _ => null,
        };
    }

    /// <summary>Systems call a computer by its owner: a name of two words is one, of one it is part of the computer's.</summary>
    private (AssetValue Kind, string Value)? OfOwner(string text)
    {
        if (text.Length > LongestName || OwnedDevice().Match(text) is not { Success: true } device)
            return null;
        string owner = device.Groups["owner"].Value.Replace('-', ' ').Trim();
        if (values.Value.IsGeneric(owner) || values.Value.IsTool(owner) || People.StandingOf(owner) is not AuthorStanding.Named)
            return null;
        return owner.Contains(' ', StringComparison.Ordinal) ? (AssetValue.Person, owner) : (AssetValue.Device, text);
    }

    /// <summary>Office programs give a document the name of its first file as title. Its words that are no usual ones, and not those of
    /// the file that it became, may be names.</summary>
    private (AssetValue Kind, string Value)? Title(string name, string value, string path)
    {
        string text = value.Trim();
        if (
            !name.EndsWith("Title", StringComparison.Ordinal)
            || text.Length > LongestName
            || FileTitle().Match(text) is not { Success: true } file
        )
            return null;
        HashSet<string> known = new(FileNames.WordsOf(path), StringComparer.OrdinalIgnoreCase);
        bool mayName = FileNames
            .WordsOf(file.Groups["file"].Value)
            .Any(word => word.Length > 3 && !known.Contains(word) && !values.Value.IsFileWord(word));
        return mayName ? (AssetValue.FileTitle, text) : null;
    }

    /// <summary>The name as reports may show it.</summary>
    private static Neutral Shown(string group, string name) =>
        new($"{group}:{(name.Length <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? name : "…")}");

    private (AssetValue Kind, string Value)? Author(string text)
    {
        text = Credit().Replace(text, "");
        if (text.Length > LongestName || IsNobody(text) || MachineId().IsMatch(text))
            return null;
        // An address of its own is found as one.
        if (!text.Contains(' ', StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal))
            return null;
        if (text.Contains("://", StringComparison.Ordinal))
            return (AssetValue.Contact, text);
        if (values.Value.IsStock(text))
            return (AssetValue.Stock, text);
        string[] words = text.Split([' ', ',', ';', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => NameShapes.IsOrganisation(word)))
            return (AssetValue.Organisation, text);
        return words.Length > 1 || text.Any(IsIdeograph) ? (AssetValue.Person, text) : (AssetValue.Login, text);
    }

    /// <summary>Of scripts that write names without a blank.</summary>
    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    private (AssetValue Kind, string Value)? Rights(string text)
    {
        if (
            text.Length > LongestName
            || text.Contains("licen", StringComparison.OrdinalIgnoreCase)
            || text.Contains("commons", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        string holder = RightsWords().Replace(text, " ").Trim(' ', '.', ',', ';', '-', '–', '|');
        // One word is a brand more often than a person.
        return Author(holder) is { Kind: AssetValue.Person or AssetValue.Organisation or AssetValue.Stock } found ? found : null;
    }

    private bool IsNobody(string text) =>
        text.Length < 2
        || !text.Any(char.IsLetterOrDigit)
        || values.Value.IsGeneric(text)
        || values.Value.IsTool(text)
        || People.StandingOf(text) is not AuthorStanding.Named
        || (text.Length <= LongestName && MadeWith().IsMatch(text));

    /// <summary>A long number is an id, though as a name it would be nobody's.</summary>
    private bool IsAccount(string text) => text.Length >= 3 && (!IsNobody(text) || (text.Length >= 8 && text.All(char.IsAsciiDigit)));

    private static bool IsSerial(string text) =>
        text.Length is >= 4 and <= 64
        && text.Any(c => c is >= '1' and <= '9')
        && !text.StartsWith("(binary", StringComparison.Ordinal)
        && text.Distinct().Count() > 2;

    // In the languages of systems: “Ada's MacBook Pro”, “Adas-MacBook-Pro.local”, “MacBook Air de Ada”, “Ada的MacBook”.
    [GeneratedRegex(
        """
            (?:(?<![\p{L}\p{M}])(?<owner>\p{Lu}[\p{L}\p{M}]+(?:[ -]\p{Lu}[\p{L}\p{M}.]*){0,3}?)(?:['’´`]s?[\ _-]|s[ -])
                |(?<owner>[\p{L}\p{M}\ ]{2,40}?)(?:的|の|의)\s?)
            (?i:macbook|imac|mac(?![\p{L}])|mbp|ipad|iphone|laptop|notebook|thinkpad|surface|pc(?![\p{L}])|computer|desktop|workstation
                |monitor|display|screen|phone|电脑|笔记本)
            |(?i:macbook|imac|mac|ipad|iphone|laptop|pc|ordinateur|computer)(?i:[ -](?:pro|air|mini|studio))?[ -](?:von|de|di|van|du|del|da
                |do|of|d['’])[ -]?
            (?<owner>\p{Lu}[\p{L}\p{M}]+(?:[ -]\p{Lu}[\p{L}\p{M}.]*){0,3})
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex OwnedDevice();

    [GeneratedRegex(
        """
            ^(?:Microsoft\s(?:Office\s)?(?:Word|PowerPoint|Excel|Visio|Publisher)\s*[-–]\s*(?<file>.+)
            |(?<file>.+)\.(?:docx?|pptx?|xlsx?|od[tpsg]|rtf|tex|ltx|dvi|pages|key|numbers|wpd|vsdx?|indd|ai|afdesign|fig|drawio|md|rmd|qmd
                |ipynb|txt|gdoc))
            (?:\s*[(\[].{0,40})?$
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex FileTitle();

    [GeneratedRegex(
        """
            ^(?:(?:created|made|drawn|designed|written|prepared|painted|illustrated|edited|recorded)\s+by|by|author|artist
                |creator)\s*[:\s]\s*(?=\p{L})
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex Credit();

    // Programs say of themselves that they generated a file, or of a file what it was made with.
    [GeneratedRegex(
        """
            ^(?:(?:this|the|file|document|image|figure|picture|diagram|was|is|automatically|auto)\s+){0,4}
            (?:(?:created|made|edited|enhanced|modified|generated|produced|exported|rendered|converted|powered|drawn|designed|plotted
                |compiled|built|written)\s+(?:with|using|in|on|from|via|at)\b
            |(?:generated|produced|exported|rendered|converted|powered|compiled|built)\s+by\b|auto-?generated)
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex MadeWith();

    // What design tools write of the account that exported a file, and Adobe of who is signed in.
    [GeneratedRegex(
        """\b(?:user|brand)=(?<id>[UB]A[\w-]{6,40})|\b(?<id>[0-9A-F]{20,40}@(?:AdobeID|[0-9a-f]{24}))""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex ServiceAccount();

    [GeneratedRegex("""^(?:[\d\s:./+TZ-]+|(?:uuid:|xmp\.\w+:)?[0-9a-fA-F-]{16,})$""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex MachineId();

    [GeneratedRegex(
        """(?i)©|\(c\)|&copy;|\bcopyrights?\b|\ball rights reserved\b|\bby\b|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex RightsWords();
}
