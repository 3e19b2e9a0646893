using System.Text.RegularExpressions;
using PostLint.Rules;

namespace PostLint.Workshop;

/// <summary>Starts a rule: its file with an empty card, the first fixtures, and a list of what is left to do.</summary>
internal static partial class NewRule
{
    /// <summary>Writes the files; returns the exit code.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="id">family/kebab-name.</param>
    /// <param name="output">Gets what is left to do.</param>
    /// <param name="error">Gets what is wrong.</param>
    public static int Start(string root, string id, TextWriter output, TextWriter error)
    {
        if (Id().Match(id) is not { Success: true } parts)
            return Refuse(error, $"“{id}” is no id; write family/name-of-what-is-wrong in small letters.");
        if (BuiltInPack.Catalogue.RuleIds.Contains(id))
            return Refuse(error, $"There is a rule {id} already.");
        string family = Pascal(parts.Groups["family"].Value),
            name = Pascal(parts.Groups["name"].Value);
        if (!Directory.Exists(Path.Combine(root, "rules", family)))
            return Refuse(
                error,
                (
                    $"There is no family {parts.Groups["family"].Value}; there are "
                    + $"{string.Join(", ", BuiltInPack.Catalogue.Cards.Select(card => card.Family).Distinct())}."
                )
            );
        string rule = Path.Combine("rules", family, $"{name}.cs"),
            fixtures = Path.Combine("fixtures", family, parts.Groups["name"].Value);
        if (File.Exists(Path.Combine(root, rule)))
            return Refuse(error, $"{rule} is there already.");
        File.WriteAllText(Path.Combine(root, rule), Code(id, family, name));
        Directory.CreateDirectory(Path.Combine(root, fixtures));
        File.WriteAllText(Path.Combine(root, fixtures, "bad.md"), "A text in which the rule has to find something.\n");
        File.WriteAllText(Path.Combine(root, fixtures, "good-name-of-the-trap.md"), "A text that only looks like it.\n");
        string list = Path.Combine("rules", family, $"{family}Family.cs");
        File.WriteAllText(Path.Combine(root, list), Listed(File.ReadAllText(Path.Combine(root, list)), name));
        output.WriteLine(
            $"""
            Written: {rule}, listed in {list}
                     {fixtures}/bad.md, {fixtures}/good-name-of-the-trap.md

            Left to do:
            1. Fill the card in {rule}: summary without a full stop, why and fix in sentences, severity.
            2. Write the pattern over facts that extractors find; text is scanned in extractors, never in rules.
            3. Write {fixtures}/bad.md, and a good-*.md for each trap, named after it.
            4. Run the tests of fixtures with POSTLINT_UPDATE_FIXTURES=1 and read bad.expected.txt.
            5. dotnet run --project tests/PostLint.Workshop pages
            6. Name the rule beside the requirement it enforces in rules/profiles/.
            """
        );
        return 0;
    }

    /// <summary>The family's list with a rule more, at its place in the alphabet.</summary>
    private static string Listed(string family, string name)
    {
        string[] lines = family.Split('\n');
        string added = $"        new {name}(),";
        int first = Array.FindIndex(lines, line => line.Contains("IReadOnlyList<Rule> Rules", StringComparison.Ordinal));
        int at = Array.FindIndex(lines, first + 2, line => !IsListed(line) || string.CompareOrdinal(line, added) > 0);
        return string.Join('\n', [.. lines[..at], added, .. lines[at..]]);
    }

    private static bool IsListed(string line) => line.StartsWith("        new ", StringComparison.Ordinal);

    private static int Refuse(TextWriter error, string reason)
    {
        error.WriteLine(reason);
        return 2;
    }

    private static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Code(string id, string family, string name) =>
        $$"""
            using PostLint.Engine;
            using PostLint.Facts;
            using PostLint.Findings;

            namespace PostLint.Rules.{{family}};

            /// <summary>What is wrong.</summary>
            internal sealed class {{name}} : Rule
            {
                /// <inheritdoc/>
                public override RuleDescriptor Descriptor { get; } = new("{{id}}")
                {
                    Summary = "What is wrong",
                    Why = "Why it identifies somebody or breaks the call.",
                    Fix = "What to do.",
                    Severity = Severity.Note,
                };

                /// <inheritdoc/>
                public override Pattern Pattern => When<Phrase>(phrase => phrase.Kind is "a kind of a list in Data")
                    .Report(phrase => At(phrase, $"{phrase.Quoted} says what it must not"));
            }

            """;

    [GeneratedRegex("^(?<family>[a-z]+)/(?<name>[a-z]+(?:-[a-z0-9]+)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
