using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Packs;

/// <summary>A rule that a pack writes as data. It becomes a pattern of the engine like any other.</summary>
/// <param name="info">The card.</param>
/// <param name="values">The values of its keys.</param>
internal abstract class DataRule(RuleDescriptor info, RuleValues values) : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor => info;

    /// <summary>The values of its keys.</summary>
    internal RuleValues Values => values;

    /// <summary>What a finding says, at a fact.</summary>
    protected Report Say(Fact fact, params ReadOnlySpan<(string Name, Message Value)> parts) => At(fact, values.Message.Fill(parts));

    /// <summary>Begins a pattern at the submission's post.</summary>
    protected static Pattern<FileEntry> WhenPost() => When<FileEntry>(file => file.Role is FileRole.Post);

    /// <summary>The value of one of the rule's options; null where the pack gives none.</summary>
    protected static double? LimitOf(Group<OptionValue<double>> limits, string name) =>
        limits.FirstOrDefault(limit => limit.Name == name)?.Value;

    /// <summary>Whether a match is one of a pattern.</summary>
    protected static Func<PatternMatch, bool> Of(TextPattern? pattern) => match => ReferenceEquals(match.Pattern, pattern);

    /// <summary>Placeholders that show what a match captured.</summary>
    protected static IEnumerable<(string, Message)> Captured(PatternMatch match) =>
        match.Groups.Select(group => Shown(group.Key, new Sensitive(group.Value)));

    /// <summary>A placeholder that shows a part of the submission.</summary>
    protected static (string, Message) Shown(string name, Sensitive value) => (name, MessageTemplate.Of(value));

    /// <summary>A placeholder that shows a number.</summary>
    protected static (string, Message) Shown(string name, double value) => (name, MessageTemplate.Of(value));

    /// <summary>A placeholder that shows a word of the pack.</summary>
    protected static (string, Message) Shown(string name, Quoted value) => (name, MessageTemplate.Of(value));

    /// <summary>A value and its placeholder.</summary>
    protected static (string, Message) Shown(string name, Neutral value) => (name, MessageTemplate.Of(value));
}
