using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The post brings a script of its own.</summary>
internal sealed class AddedScript : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/added-script")
        {
            Summary = "The post brings a script of its own",
            Why = "The track asks authors not to add JavaScript to the site; scripts belong in exported figures, which stand in frames.",
            Fix = "Export what the script draws as an HTML figure in the post’s own assets and include that.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Script>()
            .With<Edition>((_, edition) => edition.Layout is "distill")
            .Report(script =>
                At(script, $"A script stands in the post; exported HTML figures may hold scripts, the post may not", "script")
            );
}
