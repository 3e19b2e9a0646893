using PostLint.Names;

namespace PostLint.Facts;

/// <summary>A name in the submission that is one of its authors’.</summary>
/// <param name="Name">As written in the submission.</param>
/// <param name="Relation">How it relates to the author’s.</param>
/// <param name="Bits">How much the match tells.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RosterNameFact(Sensitive Name, NameRelation Relation, int Bits, Place Place) : Fact(Place);

/// <summary>A login or account that an author has, or may have made of the name.</summary>
/// <param name="Login">As the roster has it, or as it is made.</param>
/// <param name="IsGiven">Whether the roster names it.</param>
/// <param name="IsWhole">Whether it holds the whole name.</param>
public sealed record RosterLoginFact(Sensitive Login, bool IsGiven, bool IsWhole) : Fact(new Place(""))
{
    /// <summary>What logins are joined by; equal ones may still differ in digits.</summary>
    public string Key => KeyOf(Login.Text);

    /// <summary>Whether a login is this one: letter by letter where the roster names it, otherwise without digits and marks.</summary>
    public bool Is(string login) => !IsGiven || login.Equals(Login.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>A login as it is compared: its letters in lower case.</summary>
    public static string KeyOf(string login) => Logins.Key(login);
}

/// <summary>An e-mail address of an author.</summary>
/// <param name="Key">In lower case.</param>
public sealed record RosterEmailFact(Sensitive Key) : Fact(new Place(""));

/// <summary>A page of an author.</summary>
/// <param name="Key">Without scheme, <c>www.</c> and last slash, in lower case.</param>
public sealed record RosterPage(Sensitive Key) : Fact(new Place(""))
{
    /// <summary>Whether an address is that of the page, or of what lies below it.</summary>
    public bool Holds(string address)
    {
        string key = KeyOf(address);
        return key == Key.Text || (key.StartsWith(Key.Text, StringComparison.Ordinal) && key[Key.Text.Length] is '/' or '#' or '?');
    }

    internal static string KeyOf(string address)
    {
        string key = address.Trim().ToLowerInvariant();
        int scheme = key.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            key = key[(scheme + 3)..];
        return (key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key).TrimEnd('/');
    }
}

/// <summary>An account or page of an author that stands in the text as accounts and addresses do.</summary>
/// <param name="Name">As written in the submission.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RosterMentionFact(Sensitive Name, Place Place) : Fact(Place);

/// <summary>A domain of an author’s institution.</summary>
/// <param name="Domain">In lower case.</param>
public sealed record RosterDomain(Sensitive Domain) : Fact(new Place(""));

/// <summary>The name of an author’s institution in the submission.</summary>
/// <param name="Name">As written in the submission.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RosterInstitution(Sensitive Name, Place Place) : Fact(Place);

/// <summary>A work of the bibliography that an author of the submission wrote.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Name">The author as the entry has the name.</param>
/// <param name="Place">The entry.</param>
public sealed record RosterWork(Sensitive Key, Sensitive Name, Place Place) : Fact(Place);

/// <summary>When two people last wrote a work together, seen from the deadline.</summary>
public enum ConflictWindow
{
    /// <summary>Longer ago than the call counts.</summary>
    Outside,

    /// <summary>In the year in which the window begins: the month, which bibliographies do not say, decides.</summary>
    Boundary,

    /// <summary>Within the years that the call counts.</summary>
    Inside,
}

/// <summary>What ties two people.</summary>
public enum Tie
{
    /// <summary>They wrote a work together.</summary>
    CoAuthor,

    /// <summary>The roster says that they are related.</summary>
    Relation,

    /// <summary>The roster has both at one institution.</summary>
    Institution,
}

/// <summary>A work of the bibliography by somebody with whom an author of the submission is tied.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Name">The other one as the entry has the name.</param>
/// <param name="Tie">What ties them.</param>
/// <param name="Window">When they last wrote together; inside for other ties.</param>
/// <param name="Place">The entry.</param>
public sealed record RelatedWork(Sensitive Key, Sensitive Name, Tie Tie, ConflictWindow Window, Place Place) : Fact(Place);
