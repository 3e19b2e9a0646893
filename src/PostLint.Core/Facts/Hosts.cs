namespace PostLint.Facts;

/// <summary>What an address on the web shows, by its host.</summary>
/// <param name="Kind">The heading of the list the host stands under, such as <c>code</c> or <c>storage</c>; empty for hosts of no
/// list.</param>
/// <param name="Account">The account in the address; null where it shows none.</param>
/// <param name="Project">What belongs to the account; null where the address shows none.</param>
/// <param name="Family">Which service the account is on; null for the host itself.</param>
internal readonly record struct HostReading(string Kind, string? Account, string? Project, string? Family = null);

/// <summary>
/// Hosts by kind, read from lists like this one:
/// <code>
/// [code]                                        the kind of the hosts that follow
/// github.com     {account}/{project}            how account and project stand in the path
/// huggingface.co spaces/{account}/{project}     several lines for a host: the first that fits
/// *.github.io                                   the account stands in the host's first label
/// *              s/{project:15}                 hosts of no other line; the segment has 15 letters and digits, both of them
/// github.com     !about !features               first segments of the path that are no account
/// gist.github.com {account}/{project} =github   the service whose accounts these are; without it the host itself
/// </code>
/// Built once, then only read.
/// </summary>
internal sealed class HostBook
{
    private readonly Dictionary<string, List<HostLine>> _lines = new(StringComparer.OrdinalIgnoreCase);

    private sealed record HostLine(string Kind, bool IsWildcard, string[] Path, string[] Not, string? Family);

    private const string AnyHost = "*";

    /// <summary>All hosts that are named, wildcards without their star.</summary>
    public IReadOnlyCollection<string> Hosts => [.. _lines.Keys.Where(host => host != AnyHost)];

    /// <summary>Reads a list.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="list">Its text.</param>
    /// <exception cref="FormatException">A host stands before the first kind; the message names list and line.</exception>
    public void Read(string name, string list)
    {
        string? kind = null;
        int number = 0;
        foreach (string raw in list.Split('\n'))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0)
                continue;
            if (line[0] == '[')
            {
                kind = line.Trim('[', ']');
                continue;
            }
            string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isWildcard = parts[0].StartsWith("*.", StringComparison.Ordinal);
            string[] path = parts.Length > 1 && parts[1][0] is not ('!' or '=') ? parts[1].Split('/') : [];
            string[] not = [.. parts.Skip(1).Where(part => part[0] == '!').Select(part => part[1..])];
            string? family = parts.Skip(1).FirstOrDefault(part => part[0] == '=')?[1..];
            string known = kind ?? throw new FormatException($"{name}:{number}: a host before the first [kind]");
            var entry = new HostLine(known, isWildcard, path, not, family);
            string host = isWildcard ? parts[0][2..] : parts[0];
            if (_lines.TryGetValue(host, out List<HostLine>? lines))
                lines.Add(entry);
            else
                _lines[host] = [entry];
        }
    }

    /// <summary>Reads an address.</summary>
    /// <param name="host">Host without port; <c>www.</c> is passed over.</param>
    /// <param name="segments">The decoded segments of the path.</param>
    public HostReading Of(string host, IReadOnlyList<string> segments)
    {
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            host = host[4..];
        if (_lines.TryGetValue(host, out List<HostLine>? exact) && Of(exact, null, segments) is { } own)
            return own;
        for (int dot = host.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_lines.TryGetValue(host[(dot + 1)..], out List<HostLine>? parent) && Of(parent, host[..dot], segments) is { } reading)
                return reading;
        }
        return _lines.TryGetValue(AnyHost, out List<HostLine>? any) && Of(any, null, segments) is { } shared ? shared : new("", null, null);
    }

    private static HostReading? Of(List<HostLine> lines, string? label, IReadOnlyList<string> segments)
    {
        foreach (HostLine line in lines)
        {
            if (line.IsWildcard != (label is not null))
                continue;
            if (segments.Count > 0 && line.Not.Contains(segments[0], StringComparer.OrdinalIgnoreCase))
                return new(line.Kind, null, null);
            if (line.IsWildcard)
                return label is "www" ? null : new(line.Kind, label, segments.Count > 0 ? segments[0] : null, line.Family);
            if (Match(line.Path, segments) is { } found)
                return new(line.Kind, found.Account, found.Project, line.Family);
        }
        return null;
    }

    private static (string? Account, string? Project)? Match(string[] path, IReadOnlyList<string> segments)
    {
        string? account = null,
            project = null;
        for (int i = 0; i < path.Length; i++)
        {
            string? segment = i < segments.Count ? segments[i] : null;
            switch (path[i])
            {
                case "{account}" when segment is null:
                    return null;
                case "{account}":
                    account = segment;
                    break;
                case "{project}":
                    project = segment;
                    break;
                case ['{', 'p', .., '}'] sized when IsToken(segment, sized):
                    project = segment;
                    break;
                case ['{', 'p', .., '}']:
                    return null;
                case "*" when segment is not null:
                    break;
                default:
                    if (path[i][0] is '@' or '~' && segment?.StartsWith(path[i][0]) == true)
                        account = segment[1..];
                    else if (!string.Equals(path[i], segment, StringComparison.OrdinalIgnoreCase))
                        return null;
                    break;
            }
        }
        return (account, project);
    }

    /// <summary>Whether a segment is as long as <c>{project:15}</c> says, and has letters and digits as tokens do.</summary>
    private static bool IsToken(string? segment, string sized) =>
        segment is not null
        && int.TryParse(sized.AsSpan(sized.IndexOf(':', StringComparison.Ordinal) + 1).TrimEnd('}'), out int length)
        && segment.Length == length
        && segment.All(char.IsAsciiLetterOrDigit)
        && segment.Any(char.IsAsciiDigit)
        && segment.Any(char.IsAsciiLetter);
}
