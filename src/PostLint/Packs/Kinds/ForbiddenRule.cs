using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Something that a submission must not have.</summary>
internal sealed class ForbiddenRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "forbidden",
            "A key of the front matter, a field of the bibliography, a heading, a file or a script that must not be there",
            [
                new("key", PackValue.Text, "A key of the front matter"),
                new("field", PackValue.Text, "A field of the bibliography, in small letters"),
                new("value", PackValue.Regex, "A regular expression; the key or field is forbidden only with a value that matches it"),
                new("heading", PackValue.Regex, "A regular expression that no heading may match"),
                new("file", PackValue.Globs, "Globs that no file may match; {slug} is the post’s name"),
                new("script", PackValue.Flag, "Whether scripts in the post are forbidden"),
            ],
            "The call does not allow this",
            new Dictionary<string, string> { ["found"] = "the value, heading or file as it stands" }
        )
        {
            Create = (info, values) => new ForbiddenRule(info, values),
            Check = values =>
                new[] { "key", "field", "heading", "file", "script" }.Count(values.Has) == 1
                    ? null
                    : "a forbidden rule has one of key, field, heading, file and script",
        };

    public override Pattern Pattern
    {
        get
        {
            if (Values.Has("key"))
                return When<FrontMatterField>(line =>
                        line.Key == Values.Text("key") && Values.Regex("value")?.IsMatch(line.Value.Text) != false
                    )
                    .Report(line => Say(line, Shown("found", line.Value)));
            if (Values.Has("field"))
                return When<BibliographyEntry>(entry =>
                        entry.Field(Values.Text("field").ToLowerInvariant()) is { Length: > 0 } value
                        && Values.Regex("value")?.IsMatch(value) != false
                    )
                    .Report(entry => Say(entry, Shown("found", new Sensitive(entry.Field(Values.Text("field").ToLowerInvariant())))));
            if (Values.Regex("heading") is { } heading)
                return When<Heading>(one => heading.IsMatch(one.Text.Text)).Report(one => Say(one, Shown("found", one.Text)));
            if (Values.Flag("script"))
                return When<Script>().Report(script => Say(script));
            return WhenPost()
                .And<FileEntry>((own, file) => Globs.Match(Values.Texts("file"), own, file))
                .Report((_, file) => Say(file, Shown("found", new Quoted(file.SitePath))));
        }
    }
}
