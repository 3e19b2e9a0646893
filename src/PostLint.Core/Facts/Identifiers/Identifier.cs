namespace PostLint.Facts;

/// <summary>What kind of machine-made or formal text it is.</summary>
public enum IdentifierKind
{
    /// <summary>A home directory with a user's name.</summary>
    HomePath,

    /// <summary>A directory of a user or group on a cluster.</summary>
    ClusterPath,

    /// <summary>A synchronised folder that is named after its organisation.</summary>
    SyncedFolder,

    /// <summary>The prompt of a shell, with user and host.</summary>
    ShellPrompt,

    /// <summary>A line in which a tool tells who is logged in.</summary>
    LoginLine,

    /// <summary>The account in a call that uploads to a hub or logs to a service.</summary>
    HubAccount,

    /// <summary>A secret that grants access, and so leads to its owner.</summary>
    AccessToken,

    /// <summary>The holder in a copyright line.</summary>
    Copyright,

    /// <summary>The holder or author in the licence of a program, which is as a rule somebody else’s.</summary>
    LicenceHolder,

    /// <summary>The author in a code header, docstring or commit trailer.</summary>
    CodeAuthor,

    /// <summary>An ORCID whose checksum holds.</summary>
    Orcid,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>The id of an analytics account or site verification.</summary>
    AnalyticsId,

    /// <summary>The repository that a comments widget writes to.</summary>
    WidgetRepository,

    /// <summary>The address of a git remote that names an account.</summary>
    GitRemote,
}

/// <summary>A text of a fixed grammar that carries the name, account or number of a person.</summary>
/// <param name="Kind">Which grammar.</param>
/// <param name="Value">The part that identifies.</param>
/// <param name="Place">The whole text.</param>
public sealed record Identifier(IdentifierKind Kind, Sensitive Value, Place Place) : Fact(Place);
