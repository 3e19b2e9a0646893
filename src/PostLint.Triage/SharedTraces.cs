using System.Security.Cryptography;
using System.Text;
using PostLint.Assets;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Triage;

/// <summary>
/// What of a submission may stand in another, too, and would then tell that the same hands made both: what its findings about identity rest
/// on, ids of documents, and the text itself.
/// Only hashes are kept.
/// </summary>
internal static class SharedTraces
{
    private const int Most = 400; // of one submission
    private const int MostFacts = 60; // looked through for one finding
    private const int Bands = 16,
        Rows = 2; // of the text's sketch
    private const int Shingle = 5; // words
    private const int FewestWords = 120; // shorter texts are alike by chance

    /// <summary>How many parts of the sketch near-identical texts share: at a likeness of 0.8 ten of sixteen, at 0.5 four.</summary>
    public const int FewestBands = 7;

    public static IReadOnlyList<SharedTrace> Of(LintRun run)
    {
        var traces = new List<SharedTrace>();
        foreach (Finding finding in run.OpenFindings.Where(finding => finding.Rule.Family is "identity"))
        {
            foreach (Fact fact in FactsBehind(finding.Derivations).Take(MostFacts))
            {
                if (Read(fact) is { } trace)
                    traces.Add(trace);
            }
        }
        foreach (SubmittedFile file in run.Results.SelectMany(result => result.Submission.Files))
        {
            if (file.Sheet is { } sheet)
                traces.AddRange(Documents(sheet));
            if (file is { Role: FileRole.Post, Text: { } text })
                traces.AddRange(Sketch(text.Text));
        }
        return [.. traces.Distinct().Take(Most)];
    }

    /// <summary>A trace of a text that says the same everywhere.</summary>
    public static SharedTrace Trace(SharedKind kind, string value) =>
        new(kind, BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\0{value.Trim().ToUpperInvariant()}"))));

    /// <summary>How people call what submissions share.</summary>
    public static string NameOf(SharedKind kind) =>
        kind switch
        {
            SharedKind.Account => "the same account",
            SharedKind.Address => "the same e-mail address",
            SharedKind.Widget => "the same analytics or widget id",
            SharedKind.User => "the same user name",
            SharedKind.BibliographyOwner => "the same owner of a bibliography",
            SharedKind.AssetId => "the same id in an asset",
            SharedKind.AssetMaker => "the same maker of an asset",
            SharedKind.Document => "the same document id",
            SharedKind.Image => "the same image",
            _ => "nearly the same text",
        };

    private static IEnumerable<Fact> FactsBehind(IReadOnlyList<Derivation> derivations)
    {
        foreach (Evidence evidence in derivations.SelectMany(derivation => derivation.Premises))
        {
            yield return evidence.Fact;
            foreach (Fact deeper in FactsBehind(evidence.Derivations))
                yield return deeper;
        }
    }

    private static SharedTrace? Read(Fact fact) =>
        fact switch
        {
            WebLink { HasAccount: true } link => Trace(SharedKind.Account, link.AccountKey.Text),
            Mention mention => Read(mention.Link),
            EmailAddress { IsPlaceholder: false } mail => Trace(SharedKind.Address, mail.Address.Text),
            Identifier { Kind: IdentifierKind.AnalyticsId or IdentifierKind.WidgetRepository } found => Trace(
                SharedKind.Widget,
                found.Value.Text
            ),
            Identifier
            {
                Kind: IdentifierKind.HomePath
                    or IdentifierKind.ClusterPath
                    or IdentifierKind.ShellPrompt
                    or IdentifierKind.LoginLine
                    or IdentifierKind.HubAccount
            } found => Trace(SharedKind.User, found.Value.Text),
            PrivateField { IsOwner: true } owner => Trace(SharedKind.BibliographyOwner, owner.Value.Text),
            AssetField { Kind: AssetValue.Account or AssetValue.Serial or AssetValue.Device } field => Trace(
                SharedKind.AssetId,
                field.Value.Text
            ),
            AssetField { Kind: AssetValue.Person or AssetValue.Login } field => Trace(SharedKind.AssetMaker, field.Value.Text),
            _ => null,
        };

    private static IEnumerable<SharedTrace> Documents(MetadataSheet sheet) =>
        from field in sheet.Fields
        where field.Name is "DocumentID" or "OriginalDocumentID" && field.Span.Length > 16
        select Trace(SharedKind.Document, sheet.ValueOf(field));

    /// <summary>
    /// A sketch of a text by the smallest hashes of its runs of words, one in each of some buckets, two buckets a band: the more bands two
    /// texts share, the more alike they are (Broder 1997; Li, Owen, Zhang 2012).
    /// </summary>
    private static IEnumerable<SharedTrace> Sketch(string text)
    {
        ulong[] smallest = new ulong[Bands * Rows],
            last = new ulong[Shingle];
        Array.Fill(smallest, ulong.MaxValue);
        int words = 0;
        foreach (Range range in WordsOf(text))
        {
            last[words++ % Shingle] = Hash(text.AsSpan()[range]);
            if (words < Shingle)
                continue;
            ulong run = 0;
            for (int i = 0; i < Shingle; i++)
                run = Mix(run ^ last[(words + i) % Shingle]);
            ref ulong bucket = ref smallest[run % (Bands * Rows)];
            bucket = Math.Min(bucket, run);
        }
        if (words < FewestWords)
            yield break;
        for (int band = 0; band < Bands; band++)
        {
            if (smallest.AsSpan(band * Rows, Rows).Contains(ulong.MaxValue))
                continue;
            ulong hash = (ulong)band;
            for (int row = 0; row < Rows; row++)
                hash = Mix(hash ^ smallest[(band * Rows) + row]);
            yield return new(SharedKind.Text, hash);
        }
    }

    private static IEnumerable<Range> WordsOf(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isLetter = i < text.Length && char.IsLetter(text[i]);
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            yield return start..i;
            start = -1;
        }
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037; // FNV-1a, 64 bits
        foreach (char c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        return hash;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
