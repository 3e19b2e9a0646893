using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Files where the call takes none.</summary>
internal sealed class PathsRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "paths",
            "A file that lies where the call takes none",
            [
                new(
                    "allow",
                    PackValue.Globs,
                    "Globs of the only files that a submission may have; {slug} is the post’s name",
                    IsRequired: true
                ),
                new("kinds", PackValue.Texts, "Kinds of the files that are looked at; left out, all", Words: FileGroups.Names),
            ],
            "{file} is none of the files that a submission may have",
            new Dictionary<string, string> { ["file"] = "the path of the file" }
        )
        {
            Create = (info, values) => new PathsRule(info, values),
        };

    public override Pattern Pattern =>
        WhenPost()
            .And<FileEntry>(
                (post, file) => FileGroups.IsOf(Values.Texts("kinds"), file.SitePath) && !Globs.Match(Values.Texts("allow"), post, file)
            )
            .Report((_, file) => Say(file, Shown("file", new Quoted(file.SitePath))));
}
