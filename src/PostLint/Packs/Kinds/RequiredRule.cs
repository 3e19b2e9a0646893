using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Packs.Kinds;

/// <summary>Something that a submission has to have.</summary>
internal sealed class RequiredRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "required",
            "A key of the front matter, a field of the bibliography, a heading, a file or a wording that is missing",
            [
                new("key", PackValue.Text, "A key of the front matter that has to have a value"),
                new("field", PackValue.Text, "A field that every entry of the bibliography has to have, in small letters"),
                new("types", PackValue.Texts, "With field: the types of entries that have to have it; left out, all"),
                new("heading", PackValue.Regex, "A regular expression that one heading has to match"),
                new("file", PackValue.Globs, "Globs, of which one file has to match one; {slug} is the post’s name"),
                new("find", PackValue.Pattern, "Words that have to stand in the text"),
            ],
            "Something that the call asks for is missing",
            new Dictionary<string, string> { ["entry"] = "with field, the key of the entry that lacks it" }
        )
        {
            Needs = static _ => Completeness.WholeSubmission,
            Create = (info, values) => new RequiredRule(info, values),
            Check = values =>
                new[] { "key", "field", "heading", "file", "find" }.Count(values.Has) != 1
                    ? "a required rule has one of key, field, heading, file and find"
                : values.Has("types") && !values.Has("field") ? "types belong to field"
                : null,
        };

    public override Pattern Pattern
    {
        get
        {
            if (Values.Has("field"))
                return When<BibliographyEntry>(entry => IsMeant(entry) && entry.Field(Values.Text("field").ToLowerInvariant()).Length == 0)
                    .Report(entry => Say(entry, Shown("entry", entry.Key)));
            Pattern<FileEntry> post = WhenPost();
            if (Values.Has("key"))
                post = post.Unless<FrontMatterField>((_, line) => line.Key == Values.Text("key") && line.HasValue);
            else if (Values.Regex("heading") is { } heading)
                post = post.Unless<Heading>((_, one) => heading.IsMatch(one.Text.Text));
            else if (Values.Has("file"))
                post = post.Unless<FileEntry>((own, file) => Globs.Match(Values.Texts("file"), own, file))
                    .Where(own => !Globs.Match(Values.Texts("file"), own, own));
            else
            {
                Func<PatternMatch, bool> isFound = Of(Values.Pattern("find"));
                post = post.Unless<PatternMatch>((_, match) => isFound(match));
            }
            return post.Report(own => Say(own));
        }
    }

    private bool IsMeant(BibliographyEntry entry) =>
        !Values.Has("types") || Values.Texts("types").Contains(entry.Type, StringComparer.OrdinalIgnoreCase);
}
