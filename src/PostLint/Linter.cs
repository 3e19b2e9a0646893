using PostLint.Context;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Suppressions;
using PostLint.Syntax;

namespace PostLint;

/// <summary>
/// The pipeline: submission → syntax trees → facts → rules → findings. Read this first.
/// Immutable once built and safe to share between threads.
/// </summary>
public sealed class Linter
{
    private readonly Pack _pack;
    private readonly Profile _profile;
    private readonly LintOptions _options;
    private readonly RuleSet? _rules;
    private readonly IEngine _engine;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, string> _renamed;
    private readonly HashSet<string> _active;
    private readonly IReadOnlyList<Fact> _context;

    /// <summary>Chooses the rules of a run.</summary>
    /// <exception cref="ArgumentException">No rule is left, or the rules contradict each other.</exception>
    public Linter(Pack pack, Profile profile, LintOptions? options = null)
    {
        (_pack, _profile, _options) = (pack, profile, options ?? new());
        Rule[] rules = [.. pack.Rules.Where(rule => _options.Selects(rule, profile))];
        if (!rules.Any(rule => rule.Reports))
            throw new ArgumentException(
                "No rule is left to run: what is selected is also left out, or belongs to another phase.",
                nameof(options)
            );
        ExternalRule[] external = [.. rules.OfType<ExternalRule>()];
        Rule[] own = [.. rules.Where(rule => rule is not ExternalRule)];
        _rules = own.Length == 0 ? null : new(own);
        IEngine? engine = _rules is null ? null : _options.Engine(_rules);
        _engine = external.Length == 0 ? engine! : new EngineWithExternalRules(engine, external);
        _known = [.. pack.Rules.Select(rule => rule.Descriptor.Id), .. SuppressionRules.All.Select(descriptor => descriptor.Id)];
        _renamed = pack
            .Rules.SelectMany(rule => rule.Descriptor.FormerIds, (rule, former) => (former, rule.Descriptor.Id))
            .ToDictionary(pair => pair.former, pair => pair.Id);
        Rules =
        [
            .. rules
                .Where(rule => rule.Reports)
                .Select(rule => rule.Descriptor)
                .Concat(SuppressionRules.All)
                .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
        ];
        _active = [.. Rules.Select(descriptor => descriptor.Id)];
        _context = Context(profile, Rules);
    }

    /// <summary>The cards of the rules that report, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; }

    /// <summary>Lints one submission.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SubmissionResult Lint(Submission submission, CancellationToken cancellation = default)
    {
        List<SyntaxTree> trees = Parse(submission, cancellation);
        List<Fact> facts = Extract(submission, trees, cancellation);
        submission = submission with { Unread = [.. submission.Unread, .. trees.SelectMany(CutOff)] };
        RunResult run = _engine.Run(facts, cancellation);
        RuleDescriptor[] notAsked = [.. Rules.Where(rule => !IsAnswered(rule.Needs, submission))];
        IEnumerable<Finding> answered = run.Findings.Where(finding => IsAnswered(finding.Rule.Needs, submission));
        IReadOnlyList<Finding> findings = WithFixes(Suppress([.. answered.Select(_profile.Judge)], trees), trees);
        return new(submission, _profile, findings, run.Faults) { Stops = run.Stops, NotAsked = notAsked };
    }

    /// <summary>
    /// All that rules see of a submission: the facts that were found, and those that rules concluded, in the order of places.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<Evidence> FactsOf(Submission submission, CancellationToken cancellation = default)
    {
        List<Fact> facts = Extract(submission, Parse(submission, cancellation), cancellation);
        IEnumerable<Evidence> given = facts.Select(fact => new Evidence(fact, []));
        return [.. given.Concat(_engine.Run(facts, cancellation).Concluded).OrderBy(known => known.Fact.Place)];
    }

    /// <summary>Says which condition of a rule fails first at a line, in lines; what it says holds nothing of the submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="rule">Id of a rule that runs.</param>
    /// <param name="file">The file, as reports print it.</param>
    /// <param name="line">1-based line.</param>
    /// <exception cref="ArgumentException">No such rule runs.</exception>
    public IReadOnlyList<string> WhyNot(Submission submission, string rule, string file, int line)
    {
        IReadOnlyList<Evidence> facts = FactsOf(submission);
        bool IsThere(Fact fact) => fact.Place.Line == line && fact.Place.File == file;
        if (_pack.Rules.OfType<ExternalRule>().FirstOrDefault(one => one.Descriptor.Id == rule) is { } external)
            return external.Engine.WhyNot(facts, IsThere);
        if (_rules?.Rules.Any(card => card.Id == rule) != true)
            throw new ArgumentException($"{rule} does not run.", nameof(rule));
        return new WhyNot(_rules, facts, IsThere).Of(rule);
    }

    /// <summary>What the profile says, as facts for rules to meet.</summary>
    private static List<Fact> Context(Profile profile, IEnumerable<RuleDescriptor> rules)
    {
        var context = new List<Fact>();
        if (profile.Edition is { } edition)
            context.Add(edition);
        foreach (RuleDescriptor rule in rules)
        {
            IReadOnlyDictionary<string, OptionValue>? set = profile.SettingOf(rule.Id).Options;
            foreach (RuleOption option in rule.Options)
                context.Add(set?.GetValueOrDefault(option.Name) ?? option.DefaultOf(rule.Id));
        }
        return context;
    }

    /// <summary>Whether so much was read that what was not found is absent.</summary>
    private static bool IsAnswered(Completeness needs, Submission submission) =>
        needs switch
        {
            Completeness.WholePost => submission.HasWholePost,
            Completeness.AllTexts => submission.HasWholePost && submission.HasAllTexts,
            Completeness.WholeSubmission => submission.HasWholePost && submission.IsComplete,
            _ => true,
        };

    /// <summary>What a parser left out of a text, because it is nested too deeply or too large.</summary>
    private static IEnumerable<Unread> CutOff(SyntaxTree tree) =>
        tree
            .Problems.Where(problem => problem.Kind is SyntaxProblemKind.TooDeep)
            .Take(1)
            .Select(problem => new Unread(
                tree.Source.Path,
                $"not all of it from line {tree.Source.PositionOf(problem.Span.Start).Line} on was checked: "
                    + $"{char.ToLowerInvariant(problem.Detail[0])}{problem.Detail[1..]}"
            )
            {
                IsBeyondLimit = true,
            });

    private static List<SyntaxTree> Parse(Submission submission, CancellationToken cancellation)
    {
        var trees = new List<SyntaxTree>(submission.Files.Count);
        foreach (SubmittedFile file in submission.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Text is null)
                continue;
            SyntaxTree tree = file.Parse();
            trees.Add(file.Problems.Count == 0 ? tree : tree with { Problems = [.. file.Problems, .. tree.Problems] });
        }
        return trees;
    }

    private List<Fact> Extract(Submission submission, List<SyntaxTree> trees, CancellationToken cancellation)
    {
        List<Fact> facts =
        [
            .. _context,
            .. submission
                .Files.Where(file => file.Container is null)
                .Select(file => new FileEntry(file.SitePath, file.Role, file.Bytes, new(file.Path, Context: TextContext.FileName))
                {
                    Pixels = file.Pixels,
                    Pages = file.Pages,
                }),
        ];
        foreach (SubmittedFile file in submission.Files)
            facts.Add(
                new NamedFile(
                    file.Container is null ? file.SitePath : file.Path[(file.Container.Length + 2)..],
                    new(file.Path, Context: TextContext.FileName)
                )
            );
        foreach (Unread gap in submission.Gaps)
            facts.Add(new UnreadPart(gap.Reason, new(gap.Path, Context: TextContext.FileName)));
        foreach (SubmittedFile file in submission.Files.Where(file => file.IsSeveral))
        {
            facts.Add(new SeveralFormats(string.Join(" and ", file.Formats), new(file.Path, Context: TextContext.FileName)));
        }
        if (submission.Request is { } request)
            facts.AddRange(RequestFacts.Of(request));
        RosterScan? roster = submission.Authors is { Count: > 0 } authors ? new(authors) : null;
        if (roster is not null)
            facts.AddRange(roster.Given());
        if (submission.Form is { } form)
            facts.AddRange(SubmissionFormFacts.Of(form, submission));
        int blocks = 0,
            sentences = 0,
            next = 0;
        foreach (SubmittedFile file in submission.Files.Where(file => file.Text is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            var document = new Document(trees[next++], file.Role, _pack.Lexicon, blocks, sentences);
            foreach (IExtractor extractor in _pack.Extractors)
            {
                if (file.Sheet is null || extractor.ReadsMetadata)
                    extractor.Extract(document, facts);
            }
            roster?.Find(document, facts);
            blocks += document.Units.Count;
            sentences += document.SentenceCount;
        }
        if (roster is not null)
            new RosterWorks(submission.Authors!, submission.Colleagues).Find(facts, _profile.Edition?.Deadline);
        return facts;
    }

    /// <summary>Says of each finding what would fix it.</summary>
    private static IReadOnlyList<Finding> WithFixes(IReadOnlyList<Finding> findings, List<SyntaxTree> trees)
    {
        if (!findings.Any(finding => finding.Rule.CodeFix is not null))
            return findings;
        var byPath = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
            byPath.TryAdd(tree.Source.Path, tree);
        return
        [
            .. findings.Select(finding =>
                finding.Rule.CodeFix is { } fix
                    ? finding with
                    {
                        Fixes = [.. fix(finding.Target(byPath.GetValueOrDefault)).Distinct()],
                    }
                    : finding
            ),
        ];
    }

    private IReadOnlyList<Finding> Suppress(IReadOnlyList<Finding> findings, List<SyntaxTree> trees) =>
        Suppressor.Apply(
            findings,
            trees,
            _profile,
            _options.HonoursSuppressions ? _options.Suppressions : [],
            _known,
            _active,
            readsComments: _options.HonoursSuppressions,
            _renamed
        );
}
