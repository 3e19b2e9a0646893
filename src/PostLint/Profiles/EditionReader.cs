using System.Globalization;
using PostLint.Facts;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// Reads what a profile says of its edition:
/// <code>
/// edition:
///   year: 2030
///   book-title: Example Blogposts 2030
///   venue: Example Blogposts                  # how the line of a citation names it
///   address: https://example.org/blog/{name}/ # of a published post; {year}, {month} and {day} are those of its file name
///   deadline: 2029-12-17
///   dates: [2030-05-07]                       # of file names and front matter
///   told-from: 2029-09-01                     # a post dated from this day
///   told-until: 2030-08-31                    # to this one is told to be of this edition, if its layout agrees
///   layout: distill
///   paths: ["_posts/{slug}.md", "assets/img/{slug}/**"]
///   lower-case: true
///   subject: free                             # or top-venue, venue-subject, venue-paper
///   conflicts: declared                       # or none, forbidden
///   layout-cites: true                        # whether the layout writes how to cite the post
/// </code>
/// </summary>
public static class EditionReader
{
    private static readonly string[] s_subjects = ["free", "top-venue", "venue-subject", "venue-paper"];
    private static readonly string[] s_conflicts = ["none", "declared", "forbidden"];

    /// <summary>The word of a profile for what a post has to be about.</summary>
    public static string NameOf(SubjectPolicy subject) => s_subjects[(int)subject];

    /// <summary>The word of a profile for what is asked about conflicts of interest.</summary>
    public static string NameOf(ConflictPolicy conflicts) => s_conflicts[(int)conflicts];

    internal static Edition Read(YamlDocument yaml, YamlNode node)
    {
        var edition = new Edition();
        foreach (
            (string key, YamlNode value) in yaml.Entries(
                yaml.Mapping(node, "edition"),
                "year",
                "book-title",
                "venue",
                "address",
                "deadline",
                "dates",
                "told-from",
                "told-until",
                "layout",
                "paths",
                "lower-case",
                "subject",
                "conflicts",
                "layout-cites"
            )
        )
        {
            edition = key switch
            {
                "year" => edition with { Year = Year(yaml, value) },
                "book-title" => edition with { BookTitle = yaml.Text(value, key) ?? "" },
                "venue" => edition with { Venue = yaml.Text(value, key) ?? "" },
                "address" => edition with { Address = yaml.Text(value, key) ?? "" },
                "deadline" => edition with { Deadline = Date(yaml, value, key) },
                "dates" => edition with
                {
                    Dates =
                    [
                        .. yaml.Items(value, key)
                            .Select(item => Date(yaml, item, key))
                            .OfType<DateOnly>()
                            .Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    ],
                },
                "told-from" => edition with { ToldFrom = Date(yaml, value, key) },
                "told-until" => edition with { ToldUntil = Date(yaml, value, key) },
                "layout" => edition with { Layout = yaml.Text(value, key) ?? "" },
                "paths" => edition with { AllowedPaths = [.. yaml.Items(value, key).Select(item => Glob(yaml, item)).OfType<string>()] },
                "lower-case" => edition with { IsLowerCase = yaml.Flag(value, key) ?? false },
                "subject" => edition with
                {
                    Subject = (SubjectPolicy)Math.Max(0, Array.IndexOf(s_subjects, yaml.OneOf(value, key, s_subjects))),
                },
                "conflicts" => edition with
                {
                    Conflicts = (ConflictPolicy)Math.Max(0, Array.IndexOf(s_conflicts, yaml.OneOf(value, key, s_conflicts))),
                },
                _ => edition with { LayoutCites = yaml.Flag(value, key) ?? false },
            };
        }
        return edition;
    }

    private static string? Glob(YamlDocument yaml, YamlNode node)
    {
        if (yaml.Text(node, "a path") is not { } glob || PathPattern.ProblemOf(glob) is not { } problem)
        {
            return (node as YamlScalarNode)?.Value;
        }
        yaml.AddError(node, $"paths “{glob}”: {problem}");
        return null;
    }

    private static int Year(YamlDocument yaml, YamlNode node)
    {
        if (int.TryParse(yaml.Text(node, "year"), CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200)
            return year;
        yaml.AddError(node, "year has to be a year");
        return 0;
    }

    private static DateOnly? Date(YamlDocument yaml, YamlNode node, string what)
    {
        if (
            DateOnly.TryParseExact(
                yaml.Text(node, what),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
            return date;
        yaml.AddError(node, $"{what} has to be written as yyyy-MM-dd");
        return null;
    }
}
