using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>A value of the front matter that has another form than the call asks for.</summary>
internal sealed class ValueRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    private static readonly char[] s_blanks = [' ', '\t', '\r', '\n'];

    public static RuleKind Kind { get; } =
        new(
            "value",
            "A value of the front matter that has another form than the call asks for",
            [
                new("key", PackValue.Text, "The key", IsRequired: true),
                new("shape", PackValue.Regex, "A regular expression that the value has to match"),
                new("equals", PackValue.Texts, "The values that are allowed; {slug} and {date} are those of the post’s file name"),
                new("starts-with", PackValue.Texts, "Texts of which the value has to begin with one; {slug} and {date} as above"),
                new("min", PackValue.Number, "The fewest words") { Min = 0, IsWhole = true },
                new("max", PackValue.Number, "The most words") { Min = 0, IsWhole = true },
            ],
            "The value of {key} has another form than the call asks for",
            new Dictionary<string, string> { ["key"] = "the key", ["value"] = "its value" }
        )
        {
            Create = (info, values) => new ValueRule(info, values),
            Check = values =>
                values.Number("min") > values.Number("max") ? "min is greater than max"
                : new[] { "shape", "equals", "starts-with", "min", "max" }.Any(values.Has) ? null
                : "a value rule has shape, equals, starts-with, min or max",
        };

    public override Pattern Pattern =>
        When<FrontMatterField>(line => line.Key == Values.Text("key"))
            .And<FileEntry>(line => line.Place.File, file => file.Place.File)
            .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
            .Where((line, post, limits) => !IsRight(line, post, limits))
            .Report((line, _, _) => Say(line, Shown("key", new Neutral(line.Key)), Shown("value", line.Value)));

    private bool IsRight(FrontMatterField line, FileEntry post, Group<OptionValue<double>> limits)
    {
        string value = line.Value.Text;
        if (Values.Regex("shape")?.IsMatch(value) == false)
            return false;
        if (
            Values.Has("equals")
            && !Values
                .Texts("equals")
                .Any(allowed => value.Equals(Globs.Filled(allowed, post.SitePath), StringComparison.OrdinalIgnoreCase))
        )
            return false;
        if (
            Values.Has("starts-with")
            && !Values
                .Texts("starts-with")
                .Any(allowed => value.StartsWith(Globs.Filled(allowed, post.SitePath), StringComparison.OrdinalIgnoreCase))
        )
            return false;
        int words = value.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries).Length;
        return limits.All(limit => limit.Name is "min" ? words >= limit.Value : words <= limit.Value);
    }
}
