namespace PostLint.Facts;

/// <summary>From where a reader joins what is said to a link.</summary>
public enum MentionKind
{
    /// <summary>The sentence in which the link itself stands.</summary>
    Sentence,

    /// <summary>The use of an address that is defined elsewhere: <c>[our code][code]</c>, or a mark that leads to a note.</summary>
    Reference,

    /// <summary>The mark of a footnote that holds little but the link.</summary>
    Footnote,

    /// <summary>Another cell of the link’s row.</summary>
    Row,

    /// <summary>The head of the link’s column.</summary>
    Column,

    /// <summary>The heading, or the bold words before it, under which the link stands with little else.</summary>
    Heading,

    /// <summary>The sentence that leads to the list, code or line of its own in which the link stands.</summary>
    LeadIn,

    /// <summary>The caption, title or alternative text of what the link shows.</summary>
    Caption,
}

/// <summary>A place from where a reader joins what is said to a link: its own sentence, and any other place.</summary>
/// <param name="Link">The link.</param>
/// <param name="Via">How the place is joined to it.</param>
/// <param name="Place">
/// The slice by which distances are measured: the link with its words, the mark, or all of the heading, cell, caption or sentence.
/// Its sentence and block are those in which claims about the link stand.
/// </param>
public sealed record Mention(WebLink Link, MentionKind Via, Place Place) : Fact(Place)
{
    /// <summary>Whether nothing but links stands in the unit of the link, as with a badge or a list of links.</summary>
    public bool IsAlone { get; init; }

    /// <summary>How many characters lie between the mention and something else in its unit; 0 where they overlap.</summary>
    public int DistanceTo(Place other) => Math.Max(0, Math.Max(other.Start - Place.Span.End, Place.Start - other.Span.End));
}
