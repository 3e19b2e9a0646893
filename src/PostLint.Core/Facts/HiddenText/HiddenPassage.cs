namespace PostLint.Facts;

/// <summary>How a text is kept from readers of the page.</summary>
public enum HiddenPassageKind
{
    /// <summary>In a comment of any language.</summary>
    Comment,

    /// <summary>In an attribute that pages show seldom or never, alternative text included.</summary>
    Attribute,

    /// <summary>In the front matter or the page's data for machines.</summary>
    FrontMatter,

    /// <summary>Made invisible: by colour, size, place or transparency, or written by a style sheet.</summary>
    Style,

    /// <summary>Not displayed, or cut off.</summary>
    Element,

    /// <summary>Displayed only after a click, or without scripts.</summary>
    Folded,

    /// <summary>In mathematics that leaves no ink.</summary>
    Mathematics,

    /// <summary>In a comment of code, or in a notebook.</summary>
    Code,

    /// <summary>In a field or remark of the bibliography that pages do not show.</summary>
    Bibliography,

    /// <summary>In what a file says about itself.</summary>
    Metadata,

    /// <summary>Encoded: base64 or percent signs.</summary>
    Encoded,

    /// <summary>Disguised by characters: invisible ones, look-alikes, changes of direction.</summary>
    Characters,
}

/// <summary>A text that readers of the page do not see, or not as it is meant.</summary>
/// <param name="How">How it is kept from them.</param>
/// <param name="Words">How many words it has, once it is readable.</param>
/// <param name="Place">Where it stands.</param>
public sealed record HiddenPassage(HiddenPassageKind How, int Words, Place Place) : Fact(Place)
{
    /// <summary>To join it with its clues.</summary>
    public (string? File, int Start) Id => (Place.File, Place.Start);
}

/// <summary>A phrase in a <see cref="HiddenPassage"/>, found after every disguise was taken off.</summary>
/// <param name="Kind">The heading of the list it stands under.</param>
/// <param name="PassageId">The passage it belongs to.</param>
/// <param name="Offset">Where it begins in the readable text, in UTF-16 units, to tell what stands near.</param>
/// <param name="Words">As read.</param>
/// <param name="Place">Where it stands; the whole passage where a disguise was taken off.</param>
public sealed record PassageClue(string Kind, (string? File, int Start) PassageId, int Offset, Sensitive Words, Place Place) : Fact(Place);
