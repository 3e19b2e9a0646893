using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What kind of machine-made or formal trace a text is.</summary>
public enum TraceKind
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

    /// <summary>The author in a code header, docstring or commit trailer.</summary>
    CodeAuthor,

    /// <summary>An ORCID whose checksum holds.</summary>
    Orcid,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>The id of an analytics account or site verification.</summary>
    AnalyticsId,

    /// <summary>The address of a git remote that names an account.</summary>
    GitRemote,
}

/// <summary>A text of a fixed grammar that carries the name, account or number of a person.</summary>
/// <param name="Kind">Which grammar.</param>
/// <param name="Value">The part that identifies.</param>
/// <param name="Place">The whole text.</param>
public sealed record Trace(TraceKind Kind, Sensitive Value, Place Place) : Fact(Place);

/// <summary>Finds traces: a cheap search for the words they begin with, then one pattern a kind on the spot.</summary>
public sealed partial class TraceExtractor : IExtractor
{
    private const int Timeout = 1_000;      // milliseconds; the patterns are linear, this guards against what nobody thought of
    private const int Window = 240;         // characters after a trigger; no trace is longer

    private static readonly (string Trigger, TraceKind Kind, int Back, Func<Regex> Pattern)[] s_grammars =
    [
        ("/home/", TraceKind.HomePath, 0, HomePath), ("/Users/", TraceKind.HomePath, 0, HomePath), ("\\Users\\", TraceKind.HomePath, 0, HomePath),
        ("\\Documents and Settings\\", TraceKind.HomePath, 0, HomePath),
        ("/scratch/", TraceKind.ClusterPath, 0, ClusterPath), ("/gpfs/", TraceKind.ClusterPath, 0, ClusterPath), ("/lustre/", TraceKind.ClusterPath, 0, ClusterPath),
        ("/nfs/", TraceKind.ClusterPath, 0, ClusterPath), ("/cluster/", TraceKind.ClusterPath, 0, ClusterPath), ("/nobackup/", TraceKind.ClusterPath, 0, ClusterPath),
        ("OneDrive - ", TraceKind.SyncedFolder, 0, SyncedFolder), ("Dropbox (", TraceKind.SyncedFolder, 0, SyncedFolder), ("CloudStorage/GoogleDrive-", TraceKind.SyncedFolder, 0, SyncedFolder),
        ("git@", TraceKind.GitRemote, 0, GitRemote),
        ("logged in as", TraceKind.LoginLine, 0, LoginLine),
        ("push_to_hub(", TraceKind.HubAccount, 0, PushToHub), ("hub_model_id", TraceKind.HubAccount, 0, PushToHub), ("repo_id", TraceKind.HubAccount, 0, PushToHub),
        ("entity=", TraceKind.HubAccount, 0, Entity), ("entity =", TraceKind.HubAccount, 0, Entity),
        ("ghp_", TraceKind.AccessToken, 0, Token), ("github_pat_", TraceKind.AccessToken, 0, Token), ("hf_", TraceKind.AccessToken, 0, Token), ("AKIA", TraceKind.AccessToken, 0, Token),
        ("glpat-", TraceKind.AccessToken, 0, Token), ("AIza", TraceKind.AccessToken, 0, Token), ("sk-", TraceKind.AccessToken, 0, Token), ("xoxb-", TraceKind.AccessToken, 0, Token),
        ("copyright", TraceKind.Copyright, 0, Copyright), ("&copy;", TraceKind.Copyright, 0, Copyright), ("(c) 20", TraceKind.Copyright, 0, Copyright),
        ("@author", TraceKind.CodeAuthor, 0, CodeAuthor), ("__author__", TraceKind.CodeAuthor, 0, CodeAuthor), ("co-authored-by:", TraceKind.CodeAuthor, 0, CodeAuthor),
        ("signed-off-by:", TraceKind.CodeAuthor, 0, CodeAuthor), ("user.name", TraceKind.CodeAuthor, 0, CodeAuthor),
        ("0000-000", TraceKind.Orcid, 0, Orcid), ("0009-000", TraceKind.Orcid, 0, Orcid),
        ("tel:", TraceKind.Phone, 0, Phone), ("phone:", TraceKind.Phone, 0, Phone), ("whatsapp", TraceKind.Phone, 0, Phone), ("telephone", TraceKind.Phone, 0, Phone),
        ("UA-", TraceKind.AnalyticsId, 0, Analytics), ("GTM-", TraceKind.AnalyticsId, 0, Analytics), ("gtag/js?id=G-", TraceKind.AnalyticsId, 0, Analytics),
        ("data-domain=", TraceKind.AnalyticsId, 0, Analytics), ("google-site-verification", TraceKind.AnalyticsId, 0, Analytics), ("data-website-id", TraceKind.AnalyticsId, 0, Analytics),
        ("data-cf-beacon", TraceKind.AnalyticsId, 0, Analytics), ("_setAccount", TraceKind.AnalyticsId, 0, Analytics),
    ];

    // Triggers of one character are searched on their own: among words they would slow the search for all.
    private static readonly (char Trigger, TraceKind Kind, int Back, Func<Regex> Pattern)[] s_signs = [('@', TraceKind.ShellPrompt, 32, ShellPrompt), ('©', TraceKind.Copyright, 0, Copyright)];

    private static readonly SearchValues<string> s_triggers = SearchValues.Create([.. s_grammars.Select(grammar => grammar.Trigger)], StringComparison.OrdinalIgnoreCase);

    // Names that stand for anybody, and accounts that machines make: from the default users of operating systems, clouds, containers and CI services.
    private static readonly HashSet<string> s_anybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "user", "users", "username", "user_name", "user-name", "yourname", "your_name", "your-name", "yourusername", "your_username", "your-username", "you", "me", "myself", "myuser", "name", "xxx", "xxxx", "xxxxx", "foo",
        "root", "admin", "administrator", "public", "shared", "default", "guest", "test", "tester", "ubuntu", "debian", "centos", "ec2-user", "azureuser", "vagrant", "docker", "app", "appuser", "coder", "vscode",
        "codespace", "runner", "circleci", "travis", "jenkins", "gitlab-runner", "jovyan", "kaggle", "colab", "content", "sagemaker-user", "studio-lab-user", "anaconda", "conda", "miniconda", "linuxbrew", "node", "pi",
        "anonymous", "anon", "author", "redacted", "hidden", "some_user", "someone", "somebody", "student", "lib", "bin", "data", "datasets", "dataset", "tmp", "temp", "project", "projects", "checkpoints", "models", "model", "work", "home",
        "settings", "page", "index", "daycare", "login", "profile", "dir", "path", "folder", "desktop", "documents", "downloads", "git", "localhost", "host", "server", "scratch", "software", "apps", "opt", "all users", "common",
    };

    /// <summary>Whether a user or account name stands for anybody: a placeholder, or one that a system makes.</summary>
    public static bool IsAnybody(string name) => name.Length < 2 || s_anybody.Contains(name) || name.All(char.IsAsciiDigit) || name.Trim('x', 'X', '*', '.', '_', '-').Length == 0;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        foreach (var (sign, kind, back, pattern) in s_signs)
        {
            for (int at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + 1))
            {
                if (Read(document, at, kind, back, pattern()) is { } trace) facts.Add(trace);
            }
        }
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(s_triggers);
            if (found < 0) return;
            at += found;
            foreach (var (trigger, kind, back, pattern) in s_grammars)
            {
                if (!text.AsSpan(at).StartsWith(trigger, StringComparison.OrdinalIgnoreCase)) continue;
                if (Read(document, at, kind, back, pattern()) is not { } trace) continue;
                facts.Add(trace);
                at = Math.Max(at, trace.Place.Span.End - 1);
                break;
            }
        }
    }

    private static Trace? Read(Document document, int at, TraceKind kind, int back, Regex pattern)
    {
        string text = document.Source.Text;
        int start = Math.Max(0, at - Math.Max(back, 1));
        Match match = pattern.Match(text, start, Math.Min(text.Length, at + Window) - start);
        Group value = match.Groups["value"];
        if (!match.Success || match.Index > at || !value.Success) return null;
        if (document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw)) return null;
        string found = value.Value.Trim().TrimEnd('.', ',', ';');
        if (found.Length == 0 || IsAnybody(found) || !IsSound(kind, found, document, at)) return null;
        return new(kind, found, document.PlaceOf(new(match.Index + (match.Value.Length - match.Value.TrimStart().Length), match.Value.Trim().Length)));
    }

    private static bool IsSound(TraceKind kind, string value, Document document, int at) => kind switch
    {
        TraceKind.Orcid => Checksum(value),
        TraceKind.HomePath or TraceKind.ClusterPath => !IsInAddress(document.Source.Text, at),
        TraceKind.AccessToken => !value.StartsWith("AKIA", StringComparison.Ordinal) || !IsInAddress(document.Source.Text, at),     // signed addresses carry the key of the service
        TraceKind.Copyright => document.Role is not Submissions.FileRole.Bibliography && IsPerson(value),
        TraceKind.AnalyticsId => value is not ("UA-XXXXX-X" or "UA-XXXXXXXX-X"),
        _ => true,
    };

    /// <summary>ISO 7064 MOD 11-2, as ORCID's documentation gives it.</summary>
    private static bool Checksum(string orcid)
    {
        int total = 0;
        foreach (char c in orcid[..^1])
        {
            if (c != '-') total = (total + c - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return orcid[^1] == (check == 10 ? 'X' : (char)('0' + check));
    }

    /// <summary>A path of a web address is no directory.</summary>
    private static bool IsInAddress(string text, int at)
    {
        int start = at;
        while (start > 0 && at - start < 200 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '(' or '<' or '{' or ',' or ';')) start--;
        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        return before.Contains("://", StringComparison.Ordinal) ? !before.Contains("file://", StringComparison.OrdinalIgnoreCase) : before.Length > 0 && char.IsLetterOrDigit(before[^1]) && before.Contains('.');
    }

    private static bool IsPerson(string holder)
    {
        string[] words = holder.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && !words.Any(word => word.TrimEnd('.', ',') is "Inc" or "Ltd" or "LLC" or "Corp" or "Corporation" or "Authors" or "Contributors" or "GmbH" or "Foundation" or "Team"
            or "Research" or "Google" or "Apple" or "Microsoft" or "University" or "Institute" or "Project" or "Notice" or "License" or "Law" or "Office" or "Act" or "Holder" or "Owner" or "Name" or "Reserved" or "Rights" or "All" or "The");
    }

    [GeneratedRegex("""(?:/home/|/Users/|[\\/]+Users[\\/]+|\\+Documents and Settings\\+)(?<value>[\p{L}\d][\p{L}\d._-]{1,40})(?=[\\/\s"':;,)}\]<]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex HomePath();

    [GeneratedRegex("""/(?:scratch|gpfs|lustre|nfs|cluster|nobackup)/(?:(?:home|users?|work|scratch|data|project|fs\d|nfs|share|homes|people)/){0,3}(?<value>[\p{L}][\p{L}\d._-]{2,30})/""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ClusterPath();

    [GeneratedRegex("""(?:OneDrive - |Dropbox \(|CloudStorage/GoogleDrive-)(?<value>[\p{L}\d][^\\/"'\r\n:;){}]{2,80})""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex SyncedFolder();

    [GeneratedRegex("""(?:^|(?<=[\s`>(\[]))(?<value>[A-Za-z_][\w.-]{1,30}@[A-Za-z][\w.-]{1,60}):\s?[~/][\w./~-]{0,80}\s?[$#%]""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ShellPrompt();

    [GeneratedRegex("""git@[\w.-]+:(?<value>[\w.-]{2,40})/[\w.-]+""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex GitRemote();

    [GeneratedRegex("""logged in as:?\s+(?<value>[\w][\w.@-]{1,60})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex LoginLine();

    [GeneratedRegex("""(?:push_to_hub\(|hub_model_id|repo_id)\s*=?\s*["'](?<value>[\w.-]{2,40})/[\w.-]+["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex PushToHub();

    [GeneratedRegex("""(?<![\w])entity\s?=\s?["'](?<value>[\w.-]{2,40})["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Entity();

    [GeneratedRegex("""(?<![\w-])(?<value>ghp_[A-Za-z0-9]{36}|github_pat_\w{40,90}|hf_[A-Za-z]{30,40}|AKIA[0-9A-Z]{16}|glpat-[\w-]{20}|AIza[\w-]{35}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,120}|xoxb-[\w-]{20,80})(?![\w])""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Token();

    [GeneratedRegex("""(?:copyright|©|&copy;|\(c\))[\s:]*(?:\(c\)|©|&copy;)?\s*(?:\d{4}(?:\s*[-–,]\s*(?:\d{4}|present))*)[\s,]*(?:by\s+)?(?<value>\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]*){1,3})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Copyright();

    [GeneratedRegex("""(?:@author:?|__author__\s*=|co-authored-by:|signed-off-by:|user\.name)\s*["']?(?<value>\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]*){1,3})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex CodeAuthor();

    [GeneratedRegex("""(?<![\d-])(?<value>000[09]-000\d-\d{4}-\d{3}[\dX])(?![\d-])""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Orcid();

    [GeneratedRegex("""(?:tel:|phone:?|whatsapp:?|telephone:?)\s*(?:no\.?|number)?\s*:?\s*(?<value>\+?\d[\d\s().-]{7,18}\d)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Phone();

    [GeneratedRegex("""(?:gtag/js\?id=|data-domain=["']?|google-site-verification["']?\s+content=["']|data-website-id=["']?|data-cf-beacon=['"]\{\s*"token":\s*"|_setAccount["'],\s*["'])?(?<value>(?<![\w])UA-\d{4,10}-\d{1,4}|(?<![\w])GTM-[A-Z0-9]{5,8}(?![\w])|(?<=id=)G-[A-Z0-9]{8,12}|(?<=data-domain=["']?)[\w.-]+\.\w{2,}|(?<=content=["'])[\w-]{20,60}|(?<=data-website-id=["']?)[\w-]{10,40}|(?<=token":\s*")[0-9a-f]{32})""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Analytics();
}
