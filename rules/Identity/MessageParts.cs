using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>How facts are put into messages.</summary>
internal static class MessageParts
{
    private const int MaxNames = 4;

    /// <summary>The names of an author list.</summary>
    public static Message Names(IReadOnlyList<AuthorEntry> list) => Joined([.. list.Select(entry => entry.Name)]);

    /// <summary>The details beside an author, each with its key.</summary>
    public static Message Details(IReadOnlyList<AuthorDetail> list)
    {
        Message first = Message.Of($"{new Quoted(list[0].Key)} {new Wording(list[0].Value.Text)}");
        return list.Count == 1 ? first : Message.Of($"{first} and {list.Count - 1} more");
    }

    /// <summary>A link by host, account and project; by its whole address where the host shows the account.</summary>
    public static Message Target(WebLink link) =>
        !link.HasAccount || link.Host.Contains(link.Account.Text, StringComparison.OrdinalIgnoreCase) ? Message.Of($"{link.Address}")
        : link.Project.Text.Length == 0 ? Message.Of($"{new Neutral(link.Host)}/{link.Account}")
        : Message.Of($"{new Neutral(link.Host)}/{link.Account}/{link.Project}");

    /// <summary>A phrase about a link, with its line where the link stands on another.</summary>
    public static Message Said(Phrase phrase, WebLink link) =>
        phrase.Place.Line == link.Place.Line ? phrase.Quoted : Message.Of($"{phrase.Quoted} in line {phrase.Place.Line}");

    /// <summary>How a link leads to its owner.</summary>
    public static Neutral Owner(WebLink link) =>
        new(link.HasAccount ? "which shows an account" : "which shows its owner when it is opened");

    /// <summary>What is added where an account is named like people in examples, but is presented as the authors’ own.</summary>
    public static Neutral Doubt(WebLink link) =>
        new(PlaceholderNames.IsExamplePerson(link.Account.Text) ? " (the account looks like a placeholder)" : "");

    /// <summary>A claim about a link, with its line where the link stands on another.</summary>
    public static Message Claim(OwnLinkFact own) => Said(own.Claim, own.Link);

    /// <summary>The role of a name in a comment.</summary>
    public static Neutral Role(CommentNameKind kind) =>
        new(
            kind switch
            {
                CommentNameKind.Greeting => "the one who is addressed",
                CommentNameKind.Signature => "the one who signs",
                CommentNameKind.Assignee => "the one who is to do something",
                _ => "the one who speaks",
            }
        );

    private static Message Joined(IReadOnlyList<Sensitive> names)
    {
        Message joined = Message.Of($"{names[0]}");
        for (int i = 1; i < Math.Min(names.Count, MaxNames); i++)
            joined = Message.Of($"{joined}, {names[i]}");
        return names.Count <= MaxNames ? joined : Message.Of($"{joined} and {names.Count - MaxNames} more");
    }
}
