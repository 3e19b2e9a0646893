using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Fit;

/// <summary>A prediction for a case that was left out.</summary>
/// <param name="Case">The case.</param>
/// <param name="Clues">The sum of its clues in bits, without a prior.</param>
/// <param name="Prior">The prior for submissions, in bits.</param>
internal sealed record Prediction(Case Case, double Clues, double Prior)
{
    /// <summary>The probability that the account is the authors'.</summary>
    public double Chance => 1 / (1 + Math.Pow(2, -(Clues + Prior)));
}

/// <summary>The sums of clues, in bits and without a prior, from which an account is told.</summary>
internal sealed record Thresholds(double Note, double Warning);

/// <summary>Fits weights, and measures them on what was left out.</summary>
internal sealed class Study
{
    private const int Folds = 10,
        Seed = 20260427;
    private const int LeastSupport = 40; // accounts in which a clue was seen
    private const double Penalty = 3;
    private const double Submissions = 4; // how many times a submission's account counts: there are few, and they are what is judged
    private const double FalseNotes = 0.02; // share of others' accounts that may be told
    private const double RightWarnings = 0.95; // share of warnings that must be right

    // What weights are taken to be where the data says little, in bits: blogs have no bibliography, and no title was kept of them.
    private static readonly Dictionary<string, double> s_means = new(StringComparer.Ordinal)
    {
        ["cited-beside"] = -1,
        ["named-like-cited"] = -2,
        ["in-bibliography"] = -1.5,
        ["well-known"] = -4,
        ["project-is-account"] = -3,
        ["project-shares-title-word"] = 0,
        ["project-shares-two-title-words"] = 1,
        ["two-hosts"] = 1,
    };

    private static readonly string[] s_scholarly =
    [
        "cited-beside",
        "named-like-cited",
        "in-bibliography",
        "project-shares-title-word",
        "project-shares-two-title-words",
    ];

    private readonly Data _data;
    private readonly Case[] _blogs;
    private readonly Case[] _submissions;
    private readonly Case[] _decided;
    private readonly string[] _clues;

    /// <summary>Fits all.</summary>
    /// <param name="data">The data.</param>
    /// <param name="decided">What chairs decided about; it bears on weights, and nothing is measured on it.</param>
    public Study(Data data, IEnumerable<Case> decided)
    {
        _decided = [.. decided];
        _data = data with { Blogs = [.. data.Blogs.Select(one => one with { Case = Stripped(one.Case) })] };
        _blogs = [.. _data.Blogs.Select(one => one.Case)];
        _submissions = [.. data.Submissions.SelectMany(one => one.Cases)];
        Support = SupportOf([.. _blogs, .. _submissions, .. _decided]);
        _clues =
        [
            .. Support
                .Where(clue => clue.Value >= LeastSupport || s_means.ContainsKey(clue.Key))
                .Select(clue => clue.Key)
                .Order(StringComparer.Ordinal),
        ];
        LeftOutBlogs = [.. Authors().SelectMany(fold => Predict(Fit(_blogs.Except(fold)), fold))];
        Limits = LimitsOf(LeftOutBlogs);
        LeftOutSubmissions = [.. Editions().SelectMany(fold => Predict(Fit([.. _blogs, .. _submissions.Except(fold), .. _decided]), fold))];
        Whole = Fit([.. _blogs, .. _submissions, .. _decided]);
    }

    /// <summary>In how many accounts each clue was seen.</summary>
    public IReadOnlyDictionary<string, int> Support { get; }

    /// <summary>Predictions for blogs from other blogs.</summary>
    public IReadOnlyList<Prediction> LeftOutBlogs { get; }

    /// <summary>Thresholds from blogs that were left out: no submission bears on them.</summary>
    public Thresholds Limits { get; }

    /// <summary>Predictions for submissions from blogs and other editions.</summary>
    public IReadOnlyList<Prediction> LeftOutSubmissions { get; }

    /// <summary>What all data says.</summary>
    public Regression Whole { get; }

    /// <summary>The submissions.</summary>
    public IReadOnlyList<Judged> Judged => _data.Submissions;

    /// <summary>Accounts of blog posts, with what the explicit rules tell of them; an account on two services is one.</summary>
    public IEnumerable<(bool IsOwn, double Clues, Severity? Told)> BlogAccounts()
    {
        Dictionary<Case, Severity?> told = _data.Blogs.ToDictionary(
            one => one.Case,
            one => one.Told,
            (IEqualityComparer<Case>)ReferenceEqualityComparer.Instance
        );
        return LeftOutBlogs
            .GroupBy(one => (one.Case.Post, one.Case.Handle))
            .Select(group => (group.First().Case.IsOwn, group.Max(one => one.Clues), group.Max(one => told[one.Case])));
    }

    /// <summary>A blog's case without the clues that blogs cannot show.</summary>
    private static Case Stripped(Case one) =>
        one with
        {
            Mentions = [.. one.Mentions.Select(mention => mention.Where(clue => !s_scholarly.Contains(clue)).ToArray())],
            Traits = [.. one.Traits.Where(clue => !s_scholarly.Contains(clue))],
        };

    private static Dictionary<string, int> SupportOf(IEnumerable<Case> cases)
    {
        var support = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Case one in cases)
        foreach (string clue in one.Mentions.SelectMany(mention => mention).Concat(one.Traits).Distinct())
            support[clue] = support.GetValueOrDefault(clue) + 1;
        return support;
    }

    private Regression Fit(IEnumerable<Case> cases) =>
        Regression.Fit([.. cases], _clues, s_means, Penalty, one => one.Domain is Domain.Blog ? 1 : Submissions);

    /// <summary>Predictions with weights in whole quarter bits, as they are checked in.</summary>
    private static IEnumerable<Prediction> Predict(Regression model, IEnumerable<Case> cases)
    {
        double prior = Rounded(model.PriorOf(Domain.Submission));
        return cases.Select(one => new Prediction(one, model.Rounded(one), prior));
    }

    /// <summary>Bits in whole quarters.</summary>
    public static double Rounded(double bits) => Math.Round(bits * 4) / 4;

    /// <summary>Which data a clue's weight comes from.</summary>
    public static string SourceOf(string clue) => s_means.ContainsKey(clue) ? "submissions, towards a guess" : "blogs and submissions";

    private Case[][] Authors()
    {
        var random = new Random(Seed);
        Dictionary<string, int> fold = _blogs
            .Select(one => one.Group)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToDictionary(author => author, _ => random.Next(Folds));
        return [.. Enumerable.Range(0, Folds).Select(n => _blogs.Where(one => fold[one.Group] == n).ToArray())];
    }

    private Case[][] Editions() =>
        [.. _submissions.GroupBy(one => one.Group).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];

    private Thresholds LimitsOf(IReadOnlyList<Prediction> predictions)
    {
        double[] others = [.. predictions.Where(one => !one.Case.IsOwn).Select(one => one.Clues).OrderDescending()];
        double note = Math.Floor(others[(int)(FalseNotes * others.Length)] * 4 + 1) / 4;
        double warning = note;
        while (
            predictions.Where(one => one.Clues >= warning).ToArray() is { Length: > 0 } told
            && told.Count(one => one.Case.IsOwn) < RightWarnings * told.Length
        )
            warning += 0.25;
        return new(note, warning);
    }
}
