using System.Text.Json;
using System.Text.Json.Serialization;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Fit;

/// <summary>An account of a blog post.</summary>
/// <param name="Case">Its clues.</param>
/// <param name="Told">The highest severity with which the explicit rules report it; null for none.</param>
internal sealed record BlogCase(Case Case, Severity? Told);

/// <summary>All cases.</summary>
internal sealed record Data(IReadOnlyList<BlogCase> Blogs, IReadOnlyList<Judged> Submissions)
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads the data through the product, or takes what an earlier run kept in a file.</summary>
    /// <param name="links">The folder with <c>links.jsonl</c>.</param>
    /// <param name="corpus">The folder with posts and labels.</param>
    /// <param name="kept">Where cases are kept between runs; null to keep none.</param>
    public static Data Read(string links, string corpus, string? kept)
    {
        if (kept is not null && File.Exists(kept))
            return JsonSerializer.Deserialize<Data>(File.ReadAllText(kept), s_options)!;
        Linter linter = Tap.Linter(BuiltInPack.Catalogue.Profile("double-blind"), hasAllRules: true);
        BlogCase[] blogs = [.. Fit.Blogs.Read(links).Posts().AsParallel().AsOrdered().SelectMany(post => CasesOf(post, linter))];
        Judged[] submissions = [.. Corpus.Read(corpus, linter)];
        var data = new Data(blogs, submissions);
        if (kept is not null)
            File.WriteAllText(kept, JsonSerializer.Serialize(data, s_options));
        return data;
    }

    private static List<BlogCase> CasesOf(BlogPost post, Linter linter)
    {
        SubmissionResult result = linter.Lint(post.Submission);
        var cases = new List<BlogCase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Seen account in Tap.Of(result))
        {
            string handle = account.Account.Handle.Text;
            if (!post.Accounts.TryGetValue(handle, out bool isOwn))
                continue;
            seen.Add(handle);
            cases.Add(new(Tap.CaseOf(account, Domain.Blog, post.Owner, post.Name, isOwn), ToldOf(result, handle)));
        }
        // Accounts that no clue speaks of are told by nobody, and count all the same.
        foreach ((string handle, bool isOwn) in post.Accounts)
            if (!seen.Contains(handle))
                cases.Add(new(new(Domain.Blog, post.Owner, post.Name, handle, isOwn, [], []), ToldOf(result, handle)));
        return cases;
    }

    private static Severity? ToldOf(SubmissionResult result, string handle)
    {
        string text = result.Submission.Files[0].Text!.Text;
        Severity? told = null;
        foreach (Finding finding in result.Findings)
        {
            if (finding.Rule.Family is not "identity" || finding.Rule.Id is "identity/likely-own-account")
                continue;
            bool names =
                finding.Message.Reveal().Contains(handle, StringComparison.OrdinalIgnoreCase)
                || finding
                    .OtherPlaces.Prepend(finding.Place)
                    .Any(place => text.AsSpan(place.Start, place.Length).Contains(handle, StringComparison.OrdinalIgnoreCase));
            if (names && (told is null || finding.Severity > told))
                told = finding.Severity;
        }
        return told;
    }
}
