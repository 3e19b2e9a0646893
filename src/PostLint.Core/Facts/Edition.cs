namespace PostLint.Facts;

/// <summary>What a call asks about conflicts of interest.</summary>
public enum ConflictPolicy
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Authors declare their conflicts.</summary>
    Declared,

    /// <summary>Authors with a conflict may not submit.</summary>
    Forbidden,
}

/// <summary>What a post has to be about.</summary>
public enum SubjectPolicy
{
    /// <summary>Anything in the track's scope.</summary>
    Free,

    /// <summary>Work published at a top venue.</summary>
    TopVenue,

    /// <summary>A subject published at the venue itself.</summary>
    VenueSubject,

    /// <summary>A paper published at the venue itself.</summary>
    VenuePaper,
}

/// <summary>
/// What the edition of a venue fixes, as a fact for rules to compare the submission with; there is one in a run, or none. Texts are empty
/// and lists are
/// empty where the call says nothing. <c>{slug}</c> in a path stands for the post's file name without extension, date included.
/// </summary>
public sealed record Edition() : Fact(new Place(""))
{
    /// <summary>The edition's year.</summary>
    public int Year { get; init; }

    /// <summary>What accepted posts are cited under, such as a <c>booktitle</c>.</summary>
    public string BookTitle { get; init; } = "";

    /// <summary>How the line of a citation names the venue, without the year.</summary>
    public string Venue { get; init; } = "";

    /// <summary>
    /// Where posts are published: an address with <c>{name}</c> for the file name without date and extension, and <c>{year}</c>,
    /// <c>{month}</c>, <c>{day}</c> of its date.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>The last day of submission, anywhere on earth.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The dates that file names and front matter may carry, yyyy-MM-dd; the first is the one to show as an example.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>The first day of the season whose dates tell a post of this edition; null for no season.</summary>
    public DateOnly? ToldFrom { get; init; }

    /// <summary>The last day of that season.</summary>
    public DateOnly? ToldUntil { get; init; }

    /// <summary>The layout that the front matter names.</summary>
    public string Layout { get; init; } = "";

    /// <summary>
    /// Where files of a submission may lie: <c>_posts/{slug}.md</c>, <c>assets/img/{slug}/**</c>. The first is the post's own.
    /// </summary>
    public IReadOnlyList<string> AllowedPaths { get; init; } = [];

    /// <summary>Whether names of the post and its files are lower case throughout.</summary>
    public bool IsLowerCase { get; init; }

    /// <summary>What a post has to be about.</summary>
    public SubjectPolicy Subject { get; init; }

    /// <summary>What is asked about conflicts of interest.</summary>
    public ConflictPolicy Conflicts { get; init; }

    /// <summary>Whether the layout writes how to cite the post from its front matter; otherwise the post does.</summary>
    public bool LayoutCites { get; init; }
}
