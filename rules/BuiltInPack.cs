using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Rules.Acknowledgment;
using PostLint.Rules.Attribution;
using PostLint.Rules.Conflict;
using PostLint.Rules.Identity;
using PostLint.Rules.Integrity;
using PostLint.Rules.Language;
using PostLint.Rules.Request;
using PostLint.Rules.Scope;
using PostLint.Rules.Submission;
using PostLint.Rules.Template;

namespace PostLint.Rules;

/// <summary>The rules that ship with PostLint.</summary>
public static class BuiltInPack
{
    /// <summary>Builds the pack; build it once and share it.</summary>
    public static Pack Create()
    {
        using Stream phrases = Resource.Open("phrases.bin");
        Extractors extractors = Extractors.Create(phrases, Resource.Read);
        return new("PostLint", Rules, [.. extractors.All, new StatementExtractor(StatementWeights.Table)], extractors.Lexicon);
    }

    /// <summary>
    /// All rules, family by family. Listed by hand, since trimming would drop what only reflection reaches; a test compares the lists with
    /// the assembly.
    /// </summary>
    internal static IReadOnlyList<Rule> Rules { get; } =
    [
        .. IdentityFamily.Rules,
        .. AcknowledgmentFamily.Rules,
        .. LanguageFamily.Rules,
        .. ScopeFamily.Rules,
        .. ConflictFamily.Rules,
        .. TemplateFamily.Rules,
        .. IntegrityFamily.Rules,
        .. AttributionFamily.Rules,
        .. SubmissionFamily.Rules,
        .. RequestFamily.Rules,
    ];

    /// <summary>The rules, profiles and packs that ship.</summary>
    public static Catalogue Catalogue { get; } =
        new(
            new(Rules, Create)
            {
                ProfileNames = Resource.NamesIn("profiles/"),
                PackNames = Resource.NamesIn("packs/"),
                ReadProfile = name => Resource.Read($"profiles/{name}.yml"),
                ReadPack = name => Resource.Read($"packs/{name}.yml"),
            }
        );
}
