using System.Runtime.CompilerServices;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>
/// A card and a pattern: which facts must meet, and what follows when they do. Tests and outcomes only read the facts they are given.
/// </summary>
public abstract class Rule
{
    /// <summary>The card; read once, when the rule set is built.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>The pattern; read once.</summary>
    public abstract Pattern Pattern { get; }

    /// <summary>The pattern, built at the first call and then kept.</summary>
    internal Pattern Built => field ??= Pattern;

    /// <summary>Whether it reports findings; otherwise it concludes facts for other rules.</summary>
    public bool Reports => this is ExternalRule || Built.Reports;

    /// <summary>Begins a pattern at each fact of a kind: the subject.</summary>
    protected static Pattern<T> When<T>(Func<T, bool>? where = null, [CallerArgumentExpression(nameof(where))] string? text = null)
        where T : Fact => new(null, Clause.Of<T>(ClauseKind.And, 0, Test(where)) with { Text = text });

    /// <summary>
    /// Begins a pattern at each group of facts that share a key: the subject is the group, its place that of its first fact.
    /// </summary>
    protected static Pattern<Group<T>> WhenEach<T>(
        Func<T, Key> by,
        Func<T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(null, Clause.Of<T>(ClauseKind.Each, 0, Test(where), Join.By(by)) with { Text = text });

    /// <summary>A report at a fact.</summary>
    /// <param name="fact">Whose place is shown.</param>
    /// <param name="message">What stands there and why it matters.</param>
    /// <param name="cause">What reports of this rule in this file must share to be one finding; null if only equal ones are.</param>
    protected static Report At(Fact fact, MessageBuilder message, string? cause = null) => At(fact.Place, message, cause);

    /// <summary>A report at a place.</summary>
    /// <param name="place">The slice to show.</param>
    /// <param name="message">What stands there and why it matters.</param>
    /// <param name="cause">What reports of this rule in this file must share to be one finding; null if only equal ones are.</param>
    protected static Report At(Place place, MessageBuilder message, string? cause = null) => new(place, message.Build(), cause);

    private static Func<object?[], bool>? Test<T>(Func<T, bool>? where)
        where T : Fact => where is null ? null : row => where((T)row[0]!);
}
