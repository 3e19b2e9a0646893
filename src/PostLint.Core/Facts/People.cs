namespace PostLint.Facts;

/// <summary>Tells the names and details that say nothing from those that do.</summary>
internal static class People
{
    // The people and values of the track's own template and sample posts.
    private static readonly HashSet<string> s_template = new(StringComparer.OrdinalIgnoreCase)
    {
        "albert einstein",
        "boris podolsky",
        "nathan rosen",
        "marie curie",
        "einstein, albert",
        "podolsky, boris",
        "rosen, nathan",
        "curie, marie",
        "you, me",
        "john doe",
        "jane doe",
        "doe, john",
        "doe, jane",
        "https://en.wikipedia.org/wiki/albert_einstein",
        "https://en.wikipedia.org/wiki/boris_podolsky",
        "https://en.wikipedia.org/wiki/nathan_rosen",
        "https://en.wikipedia.org/wiki/marie_curie",
        "ias, princeton",
        "institute for advanced study",
        "lastname, firstname",
        "last name, first name",
        "first last",
        "firstname lastname",
        "bob, bobby",
        "alice, alicia",
    };

    private static readonly string[] s_physicists = ["albert einstein", "boris podolsky", "nathan rosen", "marie curie"];

    private static readonly HashSet<string> s_placeholder = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "-",
        "?",
        ".",
        "x",
        "xx",
        "xxx",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "tba",
        "tbd",
        "todo",
        "name",
        "your name",
        "author name",
        "names",
        "#",
        "~",
        "[]",
        "{}",
        "url",
        "affiliation",
        "affiliations",
        "institution",
        "university",
        "email",
        "author",
        "authors",
        "true",
        "false",
        "redacted",
        "removed",
        "hidden",
        "withheld",
        "omitted",
        "blinded",
        "double blind",
        "double-blind",
        "under review",
        "https://",
        "http://",
        "your affiliation",
        "unknown",
        "me",
        "us",
    };

    // Words of placeholders; a name or affiliation that has one other word is somebody’s.
    private static readonly HashSet<string> s_placeholderWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "author",
        "authors",
        "name",
        "names",
        "first",
        "last",
        "second",
        "third",
        "middle",
        "given",
        "family",
        "firstname",
        "lastname",
        "surname",
        "forename",
        "fullname",
        "full",
        "your",
        "an",
        "a",
        "some",
        "the",
        "of",
        "and",
        "or",
        "et",
        "al",
        "affiliation",
        "affiliations",
        "institution",
        "institutions",
        "institute",
        "university",
        "department",
        "lab",
        "laboratory",
        "company",
        "organization",
        "organisation",
        "here",
        "submission",
        "submissions",
        "paper",
        "review",
        "reviewed",
        "reviewers",
        "under",
        "blind",
        "double",
        "peer",
        "confidential",
        "withheld",
        "hidden",
        "removed",
        "redacted",
        "blinded",
        "masked",
        "omitted",
        "iclr",
        "icml",
        "neurips",
        "blogpost",
        "blogposts",
        "blog",
        "post",
        "track",
        "to",
        "be",
        "added",
        "announced",
        "revealed",
        "provided",
        "filled",
        "in",
        "for",
        "during",
        "after",
        "acceptance",
        "upon",
        "person",
        "xyz",
        "abc",
        "foo",
        "bar",
        "baz",
        "one",
        "two",
        "three",
        "email",
        "mail",
        "url",
        "website",
        "homepage",
        "link",
        "tba",
        "tbd",
        "todo",
        "test",
        "placeholder",
        "unknown",
        "none",
        "null",
        "id",
        "number",
        "not",
        "available",
        "applicable",
        "disclosed",
        "city",
        "country",
        "x",
        "y",
        "z",
        "b",
        "c",
        "n",
        "xx",
        "xxx",
        "xxxx",
    };

    // People whom examples are about, as the template’s own are.
    private static readonly HashSet<string> s_famous = new(StringComparer.OrdinalIgnoreCase)
    {
        "isaac newton",
        "alan turing",
        "ada lovelace",
        "niels bohr",
        "galileo galilei",
        "leonhard euler",
        "carl friedrich gauss",
        "richard feynman",
        "max planck",
        "werner heisenberg",
        "erwin schrödinger",
        "erwin schrodinger",
        "nikola tesla",
        "charles darwin",
        "emmy noether",
        "claude shannon",
        "john von neumann",
        "leonardo da vinci",
        "einstein",
        "podolsky",
        "rosen",
        "curie",
        "foo bar",
        "alice",
        "bob",
        "alice and bob",
        "harry potter",
        "donald duck",
        "mickey mouse",
        "max mustermann",
        "erika mustermann",
        "joe bloggs",
        "john q. public",
    };

    // Sites at whose root nobody’s page stands.
    private static readonly string[] s_sites =
    [
        "wikipedia.org",
        "github.com",
        "google.com",
        "iclr.cc",
        "icml.cc",
        "neurips.cc",
        "openreview.net",
        "linkedin.com",
        "twitter.com",
        "x.com",
        "scholar.google.com",
        "arxiv.org",
        "orcid.org",
        "huggingface.co",
        "iclr-blogposts.github.io",
        "github.io",
        "url.com",
        "website.com",
        "yourwebsite.com",
        "your-website.com",
        "mywebsite.com",
        "homepage.com",
        "test.com",
        "localhost",
    ];

    /// <summary>Whose name a text is.</summary>
    public static AuthorStanding StandingOf(string name)
    {
        string bare = name.Replace('\u00A0', ' ').Trim().Trim('"', '\'', '[', ']', '*', '_', '<', '>', '(', ')').Trim();
        if (IsAnonymous(bare))
            return AuthorStanding.Anonymous;
        if (
            s_template.Contains(bare)
            || IsDamagedTemplate(bare)
            || s_physicists.Any(name => bare.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        )
            return AuthorStanding.Template;
        if (s_placeholder.Contains(bare) || IsNumbered(bare) || IsMadeOfPlaceholders(bare) || !bare.Any(char.IsLetter))
            return AuthorStanding.Placeholder;
        return AuthorStanding.Named;
    }

    /// <summary>“Anonymous” in any spelling, with its mistakes, cut short or with a word beside it.</summary>
    private static bool IsAnonymous(string bare)
    {
        if (bare.Contains("anonym", StringComparison.OrdinalIgnoreCase))
            return true;
        string word = bare.Split(' ', 2)[0].TrimEnd('.', ',', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0').ToUpperInvariant();
        bool isCut = word.Length >= 3 && "ANONYMOUS".StartsWith(word, StringComparison.Ordinal) && word.Length == bare.TrimEnd('.').Length;
        return isCut || word is "ANON" || (word.Length is >= 7 and <= 12 && word[0] == 'A' && Distance(word, "ANONYMOUS") <= 2);
    }

    /// <summary>A person of the template’s, misspelt, or one of those who stand in examples like them.</summary>
    private static bool IsDamagedTemplate(string bare) =>
        s_famous.Contains(bare)
        || (bare.Length is >= 8 and <= 20 && s_physicists.Any(name => Distance(bare.ToUpperInvariant(), name.ToUpperInvariant()) <= 2));

    /// <summary>
    /// “Given Family”, “An, Affiliation”, “ICLR 2030 Submission”, “Name of Institution”: words that stand for what is to be filled in, or
    /// that say whose turn it is.
    /// </summary>
    private static bool IsMadeOfPlaceholders(string bare)
    {
        string[] words = bare.Split(
            [' ', ',', '-', '_', '(', ')', '[', ']', '<', '>', '/', '#', '.', ';', ':'],
            StringSplitOptions.RemoveEmptyEntries
        );
        return words.Length > 0
            && words.All(word => s_placeholderWords.Contains(word.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0')))
            && words.Any(word => word.Length > 2);
    }

    /// <summary>How many letters have to be changed, added or left out; texts are names, and short.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }

    /// <summary>Whether a text has the shape of a name: few words, each with a capital, apart from particles.</summary>
    public static bool LooksLikeName(string text)
    {
        string[] words = text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 6
            && char.IsUpper(words[0][0])
            && words.All(word => !char.IsAsciiLetterLower(word[0]) || word.Length <= 3)
            && !text.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>Whether an address or affiliation says something.</summary>
    public static AuthorStanding StandingOfDetail(string value)
    {
        string bare = value.Trim().TrimEnd('/');
        AuthorStanding standing = StandingOf(bare);
        if (standing is not AuthorStanding.Named)
            return standing;
        if (bare.Contains("example.", StringComparison.OrdinalIgnoreCase) && !bare.Contains('@', StringComparison.Ordinal))
            return AuthorStanding.Placeholder;
        string address = bare[(bare.IndexOf("://", StringComparison.Ordinal) is >= 0 and int scheme ? scheme + 3 : 0)..],
            host = address.Split('/', 2)[0].ToLowerInvariant();
        bool isRoot =
            address.Length == host.Length && s_sites.Contains(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
        if (isRoot || host.EndsWith("wikipedia.org", StringComparison.Ordinal))
            return AuthorStanding.Placeholder;
        string last = bare[(bare.LastIndexOf('/') + 1)..].TrimStart('~', '@');
        if (last.StartsWith("anon", StringComparison.OrdinalIgnoreCase))
            return AuthorStanding.Anonymous;
        if (
            bare.Contains("4open.science", StringComparison.OrdinalIgnoreCase)
            || bare.Contains("openreview.net/forum", StringComparison.OrdinalIgnoreCase)
        )
            return AuthorStanding.Anonymous;
        if (bare.Contains("blogpost", StringComparison.OrdinalIgnoreCase) && bare.Contains("iclr", StringComparison.OrdinalIgnoreCase))
            return AuthorStanding.Template;
        return bare.Length < 2 ? AuthorStanding.Placeholder : AuthorStanding.Named;
    }

    /// <summary>“Author 1”, “Author A”, “First Author”, “Affiliation 2”.</summary>
    private static bool IsNumbered(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2
            && words.Any(word =>
                word.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0').ToUpperInvariant()
                    is "AUTHOR"
                        or "AUTHOR#"
                        or "AFFILIATION"
                        or "NAME"
                        or "INSTITUTION"
            )
            && words.All(word =>
                word.Length <= 2
                || word.ToUpperInvariant().TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0')
                    is "AUTHOR"
                        or "AFFILIATION"
                        or "NAME"
                        or "INSTITUTION"
                        or "FIRST"
                        or "SECOND"
                        or "THIRD"
                        or "LAST"
            );
    }
}
