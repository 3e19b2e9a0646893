using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>An e-mail address.</summary>
/// <param name="Address">As a mail program would take it.</param>
/// <param name="IsObfuscated">Whether it is written so that machines miss it: “ada at example dot org”.</param>
/// <param name="IsPlaceholder">Whether it belongs to nobody: reserved domains, “your.name@…”, no-reply.</param>
/// <param name="Place">As written.</param>
public sealed record EmailAddress(Sensitive Address, bool IsObfuscated, bool IsPlaceholder, Place Place) : Fact(Place)
{
    /// <summary>Whether it only looks like a placeholder: the name of people in examples, at a domain that may be real.</summary>
    public bool IsExamplePerson =>
        Address.Text.Split('@') is [var local, var domain] && PlaceholderNames.IsExamplePerson(local) && !EmailExtractor.IsNobodys(domain);
}

/// <summary>Finds e-mail addresses in every context, plain and obfuscated.</summary>
internal sealed partial class EmailExtractor : IExtractor
{
    private const int LongestGroup = 200; // characters in braces
    private const int LongestDomain = 120; // characters

    private static readonly SearchValues<string> s_obfuscations = SearchValues.Create(
        ["[at]", "(at)", "{at}", "[AT]", "(AT)", "[dot]", "(dot)", " dot ", "[DOT]", "(DOT)", " DOT ", "[@]", "(@)", "[ at", "( at"],
        StringComparison.Ordinal
    );

    // Top-level domains beside those of countries, which have two letters. Endings of file names that are also countries' domains do not
    // count.
    private static readonly HashSet<string> s_domains = new(StringComparer.OrdinalIgnoreCase)
    {
        "com",
        "org",
        "net",
        "edu",
        "gov",
        "mil",
        "int",
        "info",
        "biz",
        "name",
        "dev",
        "app",
        "tech",
        "science",
        "academy",
        "college",
        "university",
        "cloud",
        "online",
        "site",
        "blog",
        "page",
        "xyz",
        "pro",
        "jobs",
        "museum",
        "asia",
        "email",
        "me",
    };

    private static readonly HashSet<string> s_notDomains = new(StringComparer.OrdinalIgnoreCase)
    {
        "py",
        "md",
        "sh",
        "rs",
        "pl",
        "ps",
        "so",
        "cc",
        "mm",
        "js",
        "ts",
        "hs",
        "lv",
        "mo",
    };
    private static readonly HashSet<string> s_nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "your",
        "you",
        "yourname",
        "your.name",
        "your_name",
        "name",
        "user",
        "username",
        "first.last",
        "firstname.lastname",
        "someone",
        "somebody",
        "anonymous",
        "anon",
        "noreply",
        "no-reply",
        "foo",
        "xxx",
        "email",
        "author",
        "authors",
        "git",
        "me",
        "abc",
        "test",
        "info",
        "contact",
        "support",
        "admin",
        "john.doe",
        "jane.doe",
    };

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (Plain(document, at) is { } email)
                facts.Add(email);
            else if (at > 0 && text[at - 1] is '}')
                Group(document, at, facts);
        }
        foreach (TextUnit unit in document.Units)
        {
            if (unit.Block.Context is not TextContext.Code && unit.Block.Segments.Count > 0)
                Obfuscated(document, unit, facts);
        }
    }

    private static EmailAddress? Plain(Document document, int at)
    {
        string text = document.Source.Text;
        int start = at,
            end = EndOfDomain(text, at + 1);
        while (
            start > 0
            && at - start < 64
            && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '\\')
        )
            start--;
        while (start < at && text[start] is '.' or '-' or '\\')
            start++;
        if (
            start == at
            || end < at + 4
            || (
                start > 0
                && text[start - 1] is '/' or '@' or ':'
                && !text.AsSpan(0, start).EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                && text[start - 1] != ':'
            )
        )
            return null;
        string local = text[start..at].Replace("\\", "", StringComparison.Ordinal),
            domain = text[(at + 1)..end];
        if (!IsDomain(domain) || (end < text.Length && text[end] is ':' or '(' or '/' && local is "git"))
            return null;
        if (document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw))
            return null;
        if (IsProduct(text, end, local, domain))
            return null;
        return new($"{local}@{domain}", false, IsNobody(local, domain), document.PlaceOf(TextSpan.Between(start, end)));
    }

    /// <summary>
    /// Whether it is a product of matrices, written as Python has it: what is multiplied has a letter or two for a name, is an attribute of
    /// an object
    /// or calls a method. No mail goes to a domain in letters of both cases.
    /// </summary>
    private static bool IsProduct(string text, int end, string local, string domain)
    {
        string last = domain[(domain.LastIndexOf('.') + 1)..],
            first = domain[..domain.IndexOf('.', StringComparison.Ordinal)];
        bool isCalled = end < text.Length && text[end] is '(' or '[' or '_';
        bool isMixed = last.Any(char.IsAsciiLetterLower) && last.Any(char.IsAsciiLetterUpper);
        return isCalled || isMixed || first is "self" or "np" or "torch" or "jnp" || (local.Length < 3 && first.Length < 3);
    }

    /// <summary>Addresses of one domain as papers print them: <c>{ada, ben}@university.example</c>.</summary>
    private static void Group(Document document, int at, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        int open = text.LastIndexOf('{', at - 1, Math.Min(at, LongestGroup)),
            end = EndOfDomain(text, at + 1);
        string domain = text[(at + 1)..end];
        if (open < 0 || !IsDomain(domain) || document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw))
            return;
        string[] locals = text[(open + 1)..(at - 1)]
            .Split([',', ';', '|', ' ', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (locals.Any(local => !local.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+')))
            return;
        foreach (string local in locals)
            facts.Add(new EmailAddress($"{local}@{domain}", false, IsNobody(local, domain), document.PlaceOf(TextSpan.Between(open, end))));
    }

    private static int EndOfDomain(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < LongestDomain && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return end;
    }

    private static bool IsDomain(string domain)
    {
        int dot = domain.LastIndexOf('.');
        if (dot < 1 || domain.Contains("..", StringComparison.Ordinal) || domain.StartsWith('-'))
            return false;
        string last = domain[(dot + 1)..];
        return last.All(char.IsAsciiLetter) && (s_domains.Contains(last) || (last.Length == 2 && !s_notDomains.Contains(last)));
    }

    private static bool IsNobody(string local, string domain) => s_nobody.Contains(local) || IsNobodys(domain);

    /// <summary>Whether a domain is reserved for examples or for mail that nobody reads.</summary>
    internal static bool IsNobodys(string domain) =>
        domain.StartsWith("example.", StringComparison.OrdinalIgnoreCase)
        || domain.Contains("noreply", StringComparison.OrdinalIgnoreCase)
        || domain
            is "domain.com"
                or "email.com"
                or "mail.com"
                or "company.com"
                or "users.noreply.github.com"
                or "abc.com"
                or "xyz.com"
                or "test.com";

    private static void Obfuscated(Document document, TextUnit unit, ICollection<Fact> facts)
    {
        foreach (TextSpan segment in unit.Block.Segments)
        {
            ReadOnlySpan<char> plain = document.Tree.Plain.AsSpan(segment.Start, segment.Length);
            if (plain.IndexOfAny(s_obfuscations) < 0)
                continue;
            foreach (ValueMatch match in Written().EnumerateMatches(plain))
            {
                string[] parts = Written()
                    .Match(plain.Slice(match.Index, match.Length).ToString())
                    .Groups.Values.Select(group => group.Value)
                    .ToArray();
                string domain = Dots().Replace(parts[2], ".");
                if (!IsDomain(domain))
                    continue;
                var span = new TextSpan(segment.Start + match.Index, match.Length);
                facts.Add(
                    new EmailAddress(
                        $"{Dots().Replace(parts[1], ".")}@{domain}",
                        true,
                        IsNobody(parts[1], domain),
                        document.PlaceOf(span, unit.Block.Context)
                    )
                );
            }
        }
    }

    [GeneratedRegex(
        (
            """(?<![\w.])([A-Za-z][\w-]*(?:\s?(?:\.|[\[({<]\s?dot\s?[\])}>]|\sdot\s)\s?[\w-]+)*)\s*(?:[\[({<]\s?(?:at"""
            + """|@)\s?[\])}>]|\sat\s|\sAT\s)\s*([\w-]+(?:\s?(?:[\[({<]\s?(?:dot|\.)\s?[\])}>]|\s(?:dot|DOT)\s)\s?[\w-]+)+"""
            + """|(?<=[\])}>]\s*)[\w-]+(?:\.[\w-]+)+)(?![\w])"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Written();

    [GeneratedRegex("""\s?(?:[\[({<]\s?(?:dot|\.)\s?[\])}>]|\s(?:dot|DOT)\s)\s?""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Dots();
}
