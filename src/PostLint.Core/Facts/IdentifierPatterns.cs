using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Syntax;

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

/// <summary>Finds identifiers: a cheap search for the words they begin with, then one pattern a kind on the spot.</summary>
public sealed partial class IdentifierExtractor : IExtractor
{
    private const int AroundLicence = 500; // UTF-16 units; headers of files are no longer
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of

    // What an identifier is told by, how far behind its beginning that stands, and its grammar, which is tried there and nowhere else. The
    // words looked for
    // are rare ones: the search for many at once is quick as long as few of their beginnings occur in ordinary text, and two searches for
    // half of
    // them are several times as quick as one for all.
    private static readonly GrammarGroup[] s_groups =
    [
        new(
            ("/home/", 0, IdentifierKind.HomePath, HomePath),
            ("/Users/", 0, IdentifierKind.HomePath, HomePath),
            ("\\Users\\", 0, IdentifierKind.HomePath, HomePath),
            ("\\Documents and", 0, IdentifierKind.HomePath, HomePath),
            ("/scratch/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("/gpfs/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("/lustre/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("/nfs/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("/cluster/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("/nobackup/", 0, IdentifierKind.ClusterPath, ClusterPath),
            ("OneDrive - ", 0, IdentifierKind.SyncedFolder, SyncedFolder),
            ("Dropbox (", 0, IdentifierKind.SyncedFolder, SyncedFolder),
            ("/GoogleDrive-", 12, IdentifierKind.SyncedFolder, SyncedFolder),
            ("git@", 0, IdentifierKind.GitRemote, GitRemote),
            ("origin\thttps://", 0, IdentifierKind.GitRemote, GitRemote),
            ("origin  https://", 0, IdentifierKind.GitRemote, GitRemote),
            ("ogged in as", 1, IdentifierKind.LoginLine, LoginLine),
            ("_to_hub(", 4, IdentifierKind.HubAccount, PushToHub),
            ("_model_id", 3, IdentifierKind.HubAccount, PushToHub),
            ("po_id", 2, IdentifierKind.HubAccount, PushToHub),
            ("ty=", 4, IdentifierKind.HubAccount, Entity),
            ("ghp_", 0, IdentifierKind.AccessToken, Token),
            ("github_pat_", 0, IdentifierKind.AccessToken, Token),
            ("hf_", 0, IdentifierKind.AccessToken, Token),
            ("AKIA", 0, IdentifierKind.AccessToken, Token),
            ("glpat-", 0, IdentifierKind.AccessToken, Token),
            ("AIza", 0, IdentifierKind.AccessToken, Token),
            ("sk-", 0, IdentifierKind.AccessToken, Token),
            ("xoxb-", 0, IdentifierKind.AccessToken, Token)
        ),
        new(
            ("pyright", 2, IdentifierKind.Copyright, Copyright),
            ("PYRIGHT", 2, IdentifierKind.Copyright, Copyright),
            ("&copy;", 0, IdentifierKind.Copyright, Copyright),
            ("(c) 20", 0, IdentifierKind.Copyright, Copyright),
            ("(C) 20", 0, IdentifierKind.Copyright, Copyright),
            ("@author", 0, IdentifierKind.CodeAuthor, CodeAuthor),
            ("Author: ", 0, IdentifierKind.CodeAuthor, CodeAuthor),
            ("__author__", 0, IdentifierKind.CodeAuthor, CodeAuthor),
            ("d-by:", 10, IdentifierKind.CodeAuthor, CodeAuthor),
            ("d-By:", 10, IdentifierKind.CodeAuthor, CodeAuthor),
            ("ff-by:", 8, IdentifierKind.CodeAuthor, CodeAuthor),
            ("ff-By:", 8, IdentifierKind.CodeAuthor, CodeAuthor),
            ("r.name", 3, IdentifierKind.CodeAuthor, CodeAuthor),
            ("\\author{", 0, IdentifierKind.CodeAuthor, CodeAuthor),
            ("data-repo=", 0, IdentifierKind.WidgetRepository, WidgetRepository),
            (" repo=", 0, IdentifierKind.WidgetRepository, WidgetRepository),
            ("0000-000", 0, IdentifierKind.Orcid, Orcid),
            ("0009-000", 0, IdentifierKind.Orcid, Orcid),
            ("tel:", 0, IdentifierKind.Phone, Phone),
            ("Tel:", 0, IdentifierKind.Phone, Phone),
            ("hone:", 1, IdentifierKind.Phone, Phone),
            ("WhatsApp", 0, IdentifierKind.Phone, Phone),
            ("UA-", 0, IdentifierKind.AnalyticsId, Analytics),
            ("GTM-", 0, IdentifierKind.AnalyticsId, Analytics),
            ("gtag/js?id=G-", 0, IdentifierKind.AnalyticsId, Analytics),
            ("'config'", 0, IdentifierKind.AnalyticsId, Analytics),
            ("\"config\"", 0, IdentifierKind.AnalyticsId, Analytics),
            ("data-domain=", 0, IdentifierKind.AnalyticsId, Analytics),
            ("site-verification", 7, IdentifierKind.AnalyticsId, Analytics),
            ("data-website-id", 0, IdentifierKind.AnalyticsId, Analytics),
            ("data-cf-beacon", 0, IdentifierKind.AnalyticsId, Analytics)
        ),
    ];

    /// <summary>Grammars whose triggers are looked for together.</summary>
    private sealed class GrammarGroup(params (string Trigger, int Offset, IdentifierKind Kind, Func<Regex> Pattern)[] grammars)
    {
        public (string Trigger, int Offset, IdentifierKind Kind, Func<Regex> Pattern)[] Grammars { get; } = grammars;

        public SearchValues<string> Triggers { get; } =
            SearchValues.Create([.. grammars.Select(grammar => grammar.Trigger)], StringComparison.Ordinal);
    }

    // Names that stand for anybody, and accounts that machines make: from the default users of operating systems, clouds, containers and CI
    // services.
    private static readonly HashSet<string> s_anybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "user",
        "users",
        "username",
        "user_name",
        "user-name",
        "yourname",
        "your_name",
        "your-name",
        "yourusername",
        "your_username",
        "your-username",
        "you",
        "me",
        "myself",
        "myuser",
        "name",
        "xxx",
        "xxxx",
        "xxxxx",
        "foo",
        "bar",
        "johndoe",
        "janedoe",
        "jdoe",
        "my-team",
        "my_team",
        "my-entity",
        "my_entity",
        "my-org",
        "my-username",
        "root",
        "admin",
        "administrator",
        "public",
        "shared",
        "default",
        "guest",
        "test",
        "tester",
        "ubuntu",
        "debian",
        "centos",
        "ec2-user",
        "azureuser",
        "vagrant",
        "docker",
        "app",
        "appuser",
        "coder",
        "vscode",
        "codespace",
        "runner",
        "circleci",
        "travis",
        "jenkins",
        "gitlab-runner",
        "jovyan",
        "myname",
        "my_name",
        "my-name",
        "claude",
        "sandbox",
        "oai",
        "kaggle",
        "colab",
        "content",
        "sagemaker-user",
        "studio-lab-user",
        "anaconda",
        "conda",
        "miniconda",
        "linuxbrew",
        "node",
        "pi",
        "anonymous",
        "anon",
        "author",
        "redacted",
        "hidden",
        "some_user",
        "someone",
        "somebody",
        "student",
        "lib",
        "bin",
        "data",
        "datasets",
        "dataset",
        "tmp",
        "temp",
        "project",
        "projects",
        "checkpoints",
        "models",
        "model",
        "work",
        "home",
        "settings",
        "page",
        "index",
        "daycare",
        "login",
        "profile",
        "dir",
        "path",
        "folder",
        "desktop",
        "documents",
        "downloads",
        "git",
        "localhost",
        "host",
        "server",
        "scratch",
        "software",
        "apps",
        "opt",
        "all users",
        "common",
    };

    // What files are called that containers hold beside the homes of users.
    private static readonly HashSet<string> s_files = new(StringComparer.OrdinalIgnoreCase)
    {
        ".py",
        ".txt",
        ".sh",
        ".json",
        ".yaml",
        ".yml",
        ".cfg",
        ".csv",
        ".log",
        ".ipynb",
        ".html",
        ".js",
        ".toml",
        ".zip",
        ".gz",
        ".tar",
        ".pth",
    };

    // People of examples. Their names are placeholders in templates, but somebody’s where authors claim them.
    private static readonly HashSet<string> s_examplePeople = new(StringComparer.OrdinalIgnoreCase)
    {
        "johndoe",
        "janedoe",
        "jdoe",
        "john-doe",
        "jane-doe",
        "john.doe",
        "jane.doe",
        "john_doe",
        "jane_doe",
        "johnsmith",
        "jsmith",
    };

    /// <summary>Whether a user or account name is that of people in examples: a placeholder, unless it is claimed.</summary>
    public static bool IsExamplePerson(string name) => s_examplePeople.Contains(name);

    /// <summary>Whether a user or account name stands for anybody: a placeholder, or one that a system makes.</summary>
    public static bool IsAnybody(string name) =>
        name.Length < 2
        || s_anybody.Contains(name)
        || name.All(char.IsAsciiDigit)
        || name.StartsWith("your-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("your_", StringComparison.OrdinalIgnoreCase)
        || name.Trim('x', 'X', '*', '.', '_', '-').Length == 0;

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
            Add(document, StartOfUser(text, at), IdentifierKind.ShellPrompt, ShellPrompt(), facts);
        for (int at = text.IndexOf('©', StringComparison.Ordinal); at >= 0; at = text.IndexOf('©', at + 1))
            Add(document, at, IdentifierKind.Copyright, Copyright(), facts);
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
            foreach (var (trigger, offset, kind, pattern) in group.Grammars)
            {
                if (!text.AsSpan(at).StartsWith(trigger, StringComparison.Ordinal))
                    continue;
                int end = Add(document, at - offset, kind, pattern(), facts);
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

    /// <summary>Tries a grammar at an offset; returns where the trace ends, or -1.</summary>
    private static int Add(Document document, int at, IdentifierKind kind, Regex pattern, ICollection<Fact> facts)
    {
        if (at < 0)
            return -1;
        Match match = pattern.Match(document.Source.Text, at);
        Group value = match.Groups["value"];
        if (!match.Success || !value.Success)
            return -1;
        string found = value.Value.Trim().TrimEnd('.', ',', ';');
        if (found.Length == 0 || IsAnybody(found) || !IsSound(kind, found, document, at))
            return -1;
        if (document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw))
            return -1;
        bool isLicensed = kind is IdentifierKind.Copyright or IdentifierKind.CodeAuthor && IsInLicence(document, match.Index);
        facts.Add(
            new Identifier(
                isLicensed ? IdentifierKind.LicenceHolder : kind,
                found,
                document.PlaceOf(new(match.Index, match.Value.TrimEnd().Length))
            )
        );
        return match.Index + match.Length;
    }

    private static bool IsSound(IdentifierKind kind, string value, Document document, int at) =>
        kind switch
        {
            IdentifierKind.Orcid => Checksum(value),
            IdentifierKind.HomePath or IdentifierKind.ClusterPath => !IsFile(document.Source.Text, at, value)
                && !IsInAddress(document.Source.Text, at),
            IdentifierKind.AccessToken => !SecretExtractor.IsExample(value)
                && !SecretExtractor.IsInData(document.Source.Text, new(at, value.Length))
                // signed addresses carry the key of the service
                && (!value.StartsWith("AKIA", StringComparison.Ordinal) || !IsInAddress(document.Source.Text, at)),
            IdentifierKind.Copyright => document.Role is not FileRole.Bibliography
                && IsPerson(value)
                && !IsOfPicture(document.Source.Text, at),
            IdentifierKind.AnalyticsId => value is not ("UA-XXXXX-X" or "UA-XXXXXXXX-X"),
            _ => true,
        };

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

    /// <summary>ISO 7064 MOD 11-2, as ORCID's documentation gives it.</summary>
    private static bool Checksum(string orcid)
    {
        int total = 0;
        foreach (char c in orcid[..^1])
        {
            if (c != '-')
                total = (total + c - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return orcid[^1] == (check == 10 ? 'X' : (char)('0' + check));
    }

    /// <summary>A file right below the directory of all homes, as containers have it, is nobody’s home.</summary>
    private static bool IsFile(string text, int at, string value)
    {
        int end = text.IndexOf(value, at, StringComparison.Ordinal) + value.Length;
        return s_files.Contains(Path.GetExtension(value)) && (end >= text.Length || text[end] is not ('/' or '\\'));
    }

    /// <summary>A path of a web address is no directory.</summary>
    internal static bool IsInAddress(string text, int at)
    {
        int start = at;
        while (
            start > 0
            && at - start < 200
            && !char.IsWhiteSpace(text[start - 1])
            && text[start - 1] is not ('"' or '\'' or '(' or '<' or '{' or ',' or ';')
        )
            start--;
        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        return before.Contains("://", StringComparison.Ordinal)
            ? !before.Contains("file://", StringComparison.OrdinalIgnoreCase)
            : before.Length > 0 && char.IsLetterOrDigit(before[^1]) && before.Contains('.');
    }

    /// <summary>“Photo © Ada Example” credits whose picture is shown.</summary>
    private static bool IsOfPicture(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - 24), Math.Min(at, 24)).TrimEnd(" :([*_");
        return before.Length > 0 && Picture().IsMatch(before);
    }

    private static bool IsPerson(string holder)
    {
        string[] words = holder.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4
            && !words.Any(word =>
                word.TrimEnd('.', ',')
                    is "Inc"
                        or "Ltd"
                        or "LLC"
                        or "Corp"
                        or "Corporation"
                        or "Authors"
                        or "Contributors"
                        or "GmbH"
                        or "Foundation"
                        or "Team"
                        or "Research"
                        or "Google"
                        or "Apple"
                        or "Microsoft"
                        or "University"
                        or "Institute"
                        or "Project"
                        or "Notice"
                        or "License"
                        or "Law"
                        or "Office"
                        or "Act"
                        or "Holder"
                        or "Owner"
                        or "Name"
                        or "Reserved"
                        or "Rights"
                        or "All"
                        or "The"
                        or "Images"
                        or "Times"
                        or "Press"
                        or "Media"
                        or "Pictures"
                        or "Studios"
                        or "Commons"
                        or "Wikipedia"
                        or "Nature"
                        or "Publishing"
                        or "Publishers"
                        or "Union"
                        or "Agency"
                        or "Museum"
                        or "Group"
                        or "Company"
                        or "Labs"
                        or "Society"
            );
    }

    [GeneratedRegex(
        (
            """\G(?:/home/|/Users/|[\\/]+Users[\\/]+|\\+Documents and Settings\\+)(?:(?:\\u001b|\\x1b|\\033|\\e"""
            + """|\u001b)\[[\d;]{0,12}m"""
            + """|</?span[^<>]{0,80}>){0,6}(?<value>[\p{L}\d][\p{L}\d._-]{1,40}(?:~\d)?)(?=[\\/\s"':;,)}\]<\u001b]|$)"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex HomePath();

    [GeneratedRegex(
        (
            """\G/(?:scratch|gpfs|lustre|nfs|cluster|nobackup)/(?:(?:home|users?|work|scratch|data(?=/fs\d)|fs\d+|nfs|share"""
            + """|homes|people|[a-z])/){0,3}(?<value>[\p{L}][\p{L}\d._-]{2,30})/"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex ClusterPath();

    [GeneratedRegex(
        """\G(?:OneDrive - |Dropbox \(|CloudStorage/GoogleDrive-)(?<value>[\p{L}\d][^\\/"'\r\n:;){}]{2,80})""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex SyncedFolder();

    [GeneratedRegex(
        (
            """\G(?<![^\s`>(\[])(?<value>[A-Za-z_][\w.-]{1,30}@[A-Za-z][\w.-]{1,60})(?::\s?[~/][\w./~-]{0,80}\s?[$#%]"""
            + """|(?<=\[[\w.@-]{1,99})[ ](?:~|[\w.-]{1,40})\][$#%]|[ ](?:~|[\w.-]{1,40})[ ]%(?=[ ]))"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex ShellPrompt();

    [GeneratedRegex(
        """\G(?:git@[\w.-]+:(?<value>[\w.-]{2,40})/[\w.-]+|origin\s+https://[\w.-]+/(?<value>[\w.-]{2,40})/[\w.-]+\s+\((?:fetch|push)\))""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex GitRemote();

    [GeneratedRegex("""\G\s?(?:data-)?repo=["'](?<value>[\w.-]{2,40}/[\w.-]{1,60})["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex WidgetRepository();

    [GeneratedRegex("""\Glogged in as:\s+(?<value>[\w][\w.@-]{1,60})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex LoginLine();

    [GeneratedRegex(
        """\G(?:push_to_hub\(|hub_model_id|repo_id)\s*=?\s*["'](?<value>[\w.-]{2,40})/[\w.-]+["']""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex PushToHub();

    [GeneratedRegex("""\G(?<![\w])entity\s?=\s?["'](?<value>[\w.-]{2,40})["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Entity();

    [GeneratedRegex(
        (
            """\G(?<![\w-])(?<value>ghp_[A-Za-z0-9]{36}|github_pat_\w{40,90}|hf_[A-Za-z]{30,40}|AKIA[0-9A-Z]{16}"""
            + """|glpat-[\w-]{20}|AIza[\w-]{35}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,120}|xoxb-[\w-]{20,80})(?![\w])"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Token();

    // Without a year the sign is needed: the word alone begins many a sentence.
    [GeneratedRegex(
        """
            \G(?i:(?:copyright|©|&copy;|\(c\))[\s:]*(?:\(c\)|©|&copy;)?\s*\d{4}(?:\s*[-–,]\s*(?:\d{4}|present))*[\s,]*(?:by\s+)?
                |(?:copyright[\s:]*)?(?:©|&copy;|\(c\))\s*(?:by\s+)?|copyright\s+by\s+)
            (?<value>\p{Lu}[\p{L}'’-]*\.?(?:[ ](?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3})(?!\scontributors)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex Copyright();

    [GeneratedRegex(
        (
            """\G(?:(?i:@author:?|__author__\s*=|co-authored-by:|signed-off-by:|user\.name"""
            + """|\\author\{)\s*["']?(?<value>\p{Lu}[\p{L}'’-]*\.?(?:[ ](?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3})"""
            + """|Author:[ ](?<value>\p{Lu}[\p{L}'’. -]{2,40}?)[ ]<[^\s<>@]+@[^\s<>]+>\s+Date:)"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex CodeAuthor();

    [GeneratedRegex("""\G(?<![\d-])(?<value>000[09]-000\d-\d{4}-\d{3}[\dX])(?![\d-])""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Orcid();

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

    [GeneratedRegex(
        (
            """\b(?:photos?|photographs?|images?|pictures?|figures?|fig\.|illustrations?|drawings?|maps?|videos?|artwork"""
            + """|courtesy|credits?|tiles|(?:map\s)?data)(?:\s(?:by|of))?$"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Picture();

    [GeneratedRegex(
        """\G(?:tel:|phone:?|whatsapp:?|telephone:?)\s*(?:no\.?|number)?\s*:?\s*(?<value>\+?\d[\d\s().-]{7,18}\d)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        (
            """\G(?:gtag/js\?id=|["']config["']\s*,\s*["']|data-domain=["']?|google-site-verification["']?\s+content=["']"""
            + """|data-website-id=["']?"""
            + """|data-cf-beacon=['"]\{\s*"token":\s*"|_setAccount["'],\s*["'])?(?<value>(?<![\w])UA-\d{4,10}-\d{1,4}"""
            + """|(?<![\w])GTM-[A-Z0-9]{5,8}(?![\w])|(?<=id=|["'])G-[A-Z0-9]{8,12}(?![\w])|(?<=data-domain=["']?)[\w.-]+\.\w{2,}"""
            + """|(?<=content=["'])[\w-]{20,60}|(?<=data-website-id=["']?)[\w-]{10,40}|(?<=token":\s*")[0-9a-f]{32})"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Analytics();
}
