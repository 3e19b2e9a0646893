using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>The post's file name has another form than the call asks for.</summary>
internal sealed class FileNameRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "file-name",
            "A post whose file name has another form than the call asks for",
            [new("shape", PackValue.Regex, "A regular expression that the name, extension included, has to match", IsRequired: true)],
            "{file} has another form than the call asks for",
            new Dictionary<string, string> { ["file"] = "the name of the file" }
        )
        {
            Create = (info, values) => new FileNameRule(info, values),
        };

    public override Pattern Pattern =>
        WhenPost()
            .Where(post => !Values.Regex("shape")!.IsMatch(Path.GetFileName(post.SitePath)))
            .Report(post => Say(post, Shown("file", new Quoted(Path.GetFileName(post.SitePath)))));
}
