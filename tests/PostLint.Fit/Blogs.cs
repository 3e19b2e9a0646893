using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Fit;

/// <summary>A row of the links data.</summary>
internal sealed record Row(
    bool Own,
    string Owner,
    int Post,
    string Host,
    string Account,
    string Sentence,
    string Before,
    string After,
    string Heading,
    string LinkText,
    string Where,
    string UrlPart
);

/// <summary>A post made of the rows of one post, and whose each of its accounts is.</summary>
/// <param name="Owner">The blogger.</param>
/// <param name="Name">Its name.</param>
/// <param name="Submission">The post.</param>
/// <param name="Accounts">By upper-case handle, whether it is the blogger's own.</param>
internal sealed record BlogPost(string Owner, string Name, Submission Submission, IReadOnlyDictionary<string, bool> Accounts);

/// <summary>Makes small posts of the rows, with invented accounts in place of those that were taken out.</summary>
internal sealed partial class Blogs(IReadOnlyList<Row> rows)
{
    private const int Seed = 20260427;
    private const string Own = "OWNACCOUNT",
        Other = "OTHERACCOUNT";

    private readonly Dictionary<string, (string Name, string Handle)> _invented = new(StringComparer.Ordinal);
    private Random _random = new(Seed);

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads <c>links.jsonl</c> in a folder.</summary>
    public static Blogs Read(string folder) =>
        new([.. File.ReadLines(Path.Combine(folder, "links.jsonl")).Select(line => JsonSerializer.Deserialize<Row>(line, s_options)!)]);

    /// <summary>The posts, by blogger.</summary>
    public IEnumerable<BlogPost> Posts()
    {
        foreach (IGrouping<(string Owner, int Post), Row> post in rows.GroupBy(row => (row.Owner, row.Post)))
        {
            _random = new(Seed + (post.Key.Post * 31));
            _invented.Clear();
            string name = $"2026-04-27-post-{post.Key.Post}",
                path = $"_posts/{name}.md";
            string text = Text([.. post]);
            var accounts = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (Row row in post)
                accounts[Invented(row.Account).Handle.ToUpperInvariant()] = row.Own;
            yield return new(
                post.Key.Owner,
                $"{post.Key.Owner}-{post.Key.Post}",
                new(name, [new(path, FileRole.Post, new(path, text), [])], []),
                accounts
            );
        }
    }

    private string Text(List<Row> post)
    {
        var text = new StringBuilder("---\nlayout: distill\ntitle: Notes of a day\nauthors:\n  - name: Anonymous\n---\n");
        string heading = "";
        for (int i = 0; i < post.Count; )
        {
            int end = i + 1;
            while (end < post.Count && Bare(post[end].Sentence) == Bare(post[i].Sentence))
                end++;
            Row first = post[i];
            if (first.Heading != heading && first.Heading.Length > 0)
                text.Append("\n## ").Append(Plain(Named(first.Heading, first))).Append('\n');
            heading = first.Heading;
            string lead = first.Where switch
            {
                "list" => "- ",
                "quote" => "> ",
                "head" => "### ",
                _ => "",
            };
            text.Append('\n').Append(lead);
            if (lead.Length == 0)
                text.Append(Plain(Named(first.Before, first))).Append(' ');
            text.Append(Sentence(post[i..end]));
            if (lead.Length == 0)
                text.Append(' ').Append(Plain(Named(first.After, first)));
            text.Append('\n');
            i = end;
        }
        return text.ToString();
    }

    /// <summary>A sentence with the links of all its rows.</summary>
    private string Sentence(List<Row> same)
    {
        var text = new StringBuilder();
        string bare = Bare(same[0].Sentence);
        int at = 0;
        foreach (Row row in same.OrderBy(row => row.Sentence.IndexOf('⟦', StringComparison.Ordinal)))
        {
            int open = row.Sentence.IndexOf('⟦', StringComparison.Ordinal),
                close = row.Sentence.IndexOf('⟧', StringComparison.Ordinal) - 1;
            if (open < at || close < open)
                continue;
            text.Append(Plain(Named(bare[at..open], row)));
            string label = Plain(Named(bare[open..close], row)),
                address = Address(row, label);
            if (text.Length > 0 && text[^1] is not (' ' or '('))
                text.Append(' ');
            text.Append(label.Length == 0 || label is "BAREURL" ? address : $"[{label}]({address})");
            at = close;
        }
        if (at == 0)
            text.Append(Address(same[0], "")).Append(' ');
        return text.Append(at < bare.Length ? Space(bare, at) + Plain(Named(bare[at..], same[0])) : "").ToString();
    }

    private static string Space(string bare, int at) => bare[at] == ' ' ? " " : "";

    private static string Bare(string sentence) =>
        sentence.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

    /// <summary>Text without what Markdown would read as markup.</summary>
    private static string Plain(string text) => Lead().Replace(Markup().Replace(text, " "), "").Trim();

    /// <summary>Text with invented names in place of accounts; a handle behind @ and beside a slash.</summary>
    private string Named(string text, Row row)
    {
        string account = row.Account is "OWN" ? "OTHER-0" : row.Account;
        return Marked()
            .Replace(text, match =>
            {
                (string name, string handle) = Invented(match.Groups["own"].Success ? "OWN" : account);
                bool isHandle =
                    match.Groups["at"].Length > 0
                    || (match.Index + match.Length < text.Length && text[match.Index + match.Length] is '/' or '.');
                return match.Groups["at"].Value + (isHandle ? handle : name);
            });
    }

    private string Address(Row row, string label)
    {
        string handle = Invented(row.Account).Handle;
        string project = Identifier().IsMatch(label) && !Ordinary().IsMatch(label) ? label : $"{Word()}-{Word()}".ToLowerInvariant();
        string deep = row.UrlPart switch
        {
            "" => "",
            "blob" or "tree" => $"/{row.UrlPart}/main/{Word().ToLowerInvariant()}.py",
            "commit" => "/commit/3f2a91c",
            "wiki" or "releases" => $"/{row.UrlPart}",
            _ => $"/{row.UrlPart}/{_random.Next(1, 999)}",
        };
        return row.Host switch
        {
            "github" => $"https://github.com/{handle}/{project}{deep}",
            "github.io" => $"https://{handle}.github.io/{project}/",
            "twitter-status" => $"https://twitter.com/{handle}/status/{_random.Next()}",
            "twitter-profile" => $"https://twitter.com/{handle}",
            "github-profile" => $"https://github.com/{handle}",
            "gist" => $"https://gist.github.com/{handle}/{_random.Next():x8}",
            "hf-model" => $"https://huggingface.co/{handle}/{project}",
            "hf-datasets" => $"https://huggingface.co/datasets/{handle}/{project}",
            "hf-spaces" => $"https://huggingface.co/spaces/{handle}/{project}",
            "hf-profile" => $"https://huggingface.co/{handle}",
            "medium" => $"https://medium.com/@{handle}/{project}",
            "linkedin" => $"https://www.linkedin.com/in/{handle}",
            "colab" => $"https://colab.research.google.com/github/{handle}/{project}/blob/main/a.ipynb",
            "kaggle" => $"https://www.kaggle.com/code/{handle}/{project}",
            "shiny" => $"https://{handle}.shinyapps.io/{project}/",
            "substack" => $"https://{handle}.substack.com/p/{project}",
            "nbviewer" => $"https://nbviewer.org/github/{handle}/{project}",
            "docker" => $"https://hub.docker.com/r/{handle}/{project}",
            "gitlab" => $"https://gitlab.com/{handle}/{project}{deep}",
            "github-raw" => $"https://raw.githubusercontent.com/{handle}/{project}/main/a.csv",
            "scholar" => $"https://scholar.google.com/citations?user={handle}",
            "rpubs" => $"https://rpubs.com/{handle}/{_random.Next(9999)}",
            "observable" => $"https://observablehq.com/@{handle}/{project}",
            "bitbucket" => $"https://bitbucket.org/{handle}/{project}",
            "codepen" => $"https://codepen.io/{handle}/pen/{project}",
            "replicate" => $"https://replicate.com/{handle}/{project}",
            "wandb" => $"https://wandb.ai/{handle}/{project}",
            "orcid" => $"https://orcid.org/{handle}",
            _ => $"https://{handle}.example.org/{project}",
        };
    }

    /// <summary>A person's name and an account made of it, as accounts are.</summary>
    private (string Name, string Handle) Invented(string account)
    {
        if (_invented.TryGetValue(account, out (string, string) known))
            return known;
        string given = Word(),
            family = Word() + Word().ToLowerInvariant();
        string handle = _random.Next(6) switch
        {
            0 => family,
            1 => given[0] + family,
            2 => given + family,
            3 => $"{given}-{family}",
            4 => family + given[0],
            _ => Word() + Word() + _random.Next(10, 99),
        };
        return _invented[account] = (family, handle.ToLowerInvariant());
    }

    private string Word()
    {
        const string Consonants = "bdfgklmnprstvz",
            Vowels = "aeiou";
        var word = new StringBuilder();
        for (int i = 0; i < 2; i++)
            word.Append(Consonants[_random.Next(Consonants.Length)]).Append(Vowels[_random.Next(Vowels.Length)]);
        word.Append(Consonants[_random.Next(Consonants.Length)]);
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }

    [GeneratedRegex(@"[\[\]<>`*#|\\]+|\{[%{]|[%}]\}", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^[\s>+=-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex($@"(?<at>[@/]?)(?:(?<own>{Own})|{Other})", RegexOptions.NonBacktracking)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^[A-Za-z][\w.-]{2,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"^(?:code|here|this|link|links|repo|repository|github|notebook|source|example|examples|demo|twitter|post|article"
            + @"|package|implementation|documentation|docs|me|available|package|library|paper|tutorial|blog|gist|project|website"
            + @"|script|scripts|tweet|thread|issue|colab|dataset|data|model|app|slides|book|website|site|page)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Ordinary();
}
