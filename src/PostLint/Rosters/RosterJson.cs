using System.Text.Json;
using PostLint.Names;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Rosters;

/// <summary>
/// Reads the forms of a roster that are no tables: an object with the people of each submission, and OpenReview profiles.
/// </summary>
internal static class RosterJson
{
    private const int MostBytes = 512 << 20;

    /// <summary>The people; null where the file has another form.</summary>
    /// <exception cref="UserException">It is no valid JSON.</exception>
    public static IReadOnlyList<RosterPerson>? Read(string path)
    {
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                GivenFile.ReadBytes(path, MostBytes),
                new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            JsonElement root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("profiles", out JsonElement profiles))
                root = profiles;
            if (
                root.ValueKind is JsonValueKind.Array
                && root.GetArrayLength() > 0
                && root[0].ValueKind is JsonValueKind.Object
                && root[0].TryGetProperty("content", out JsonElement content)
                && content.TryGetProperty("names", out _)
            )
                return [.. root.EnumerateArray().Select(Profile)];
            bool isBySubmission =
                root.ValueKind is JsonValueKind.Object
                && root.EnumerateObject()
                    .All(member =>
                        member.Value.ValueKind is JsonValueKind.Array
                        && member.Value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object)
                    )
                && !root.TryGetProperty("people", out _);
            if (!isBySubmission)
                return null;
            RosterPerson[] people =
            [
                .. root.EnumerateObject()
                    .SelectMany(member =>
                        member.Value.EnumerateArray().Select(person => Person(person) with { Submissions = [member.Name] })
                    )
                    .Where(person => person.Names.Count > 0),
            ];
            // A list of submissions under a name looks the same, and its entries are nobody.
            return people.Length > 0 ? people : null;
        }
        catch (JsonException broken)
        {
            throw new UserException(
                [new(path, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, "it is no valid JSON")],
                broken
            );
        }
    }

    private static RosterPerson Person(JsonElement person) =>
        new([.. Texts(person, "name", "names", "variants", "fullname")])
        {
            Emails = [.. Texts(person, "email", "emails")],
            Accounts = [.. Texts(person, "account", "accounts", "github", "login")],
            Urls = [.. Texts(person, "url", "urls", "homepage")],
            Affiliations =
            [
                .. Texts(person, "affiliation", "affiliations", "institution", "institutions", "domain").Select(Affiliation.Parse),
            ],
            Relations = [.. Texts(person, "relations", "coauthors", "collaborators")],
            Profiles = [.. Texts(person, "id", "profile")],
        };

    /// <summary>A profile as OpenReview's interface exports it.</summary>
    private static RosterPerson Profile(JsonElement profile)
    {
        JsonElement content = profile.GetProperty("content");
        return new([.. List(content, "names").Select(NameOf).Where(name => name.Length > 0)])
        {
            Profiles = [.. Texts(profile, "id"), .. List(content, "names").SelectMany(name => Texts(name, "username"))],
            Emails = [.. Texts(content, "emails", "emailsConfirmed", "preferredEmail")],
            Accounts = [.. Texts(content, "gscholar", "linkedin", "orcid", "semanticScholar")],
            Urls = [.. Texts(content, "homepage")],
            Affiliations =
            [
                .. List(content, "history")
                    .SelectMany(entry =>
                        entry.TryGetProperty("institution", out JsonElement institution)
                            ? Texts(institution, "name", "domain").Select(name => new Affiliation(name, EndOf(entry)))
                            : []
                    ),
            ],
            Relations =
            [
                .. List(content, "relations")
                    .Select(relation =>
                        Texts(relation, "name").FirstOrDefault() ?? Texts(relation, "username").Select(NameIn).FirstOrDefault()
                    )
                    .OfType<string>(),
            ],
        };
    }

    /// <summary>The name that a profile's id is made of: <c>~Ada_Example1</c>.</summary>
    private static string NameIn(string profile) =>
        profile.TrimStart('~').TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Replace('_', ' ');

    private static int? EndOf(JsonElement entry) =>
        entry.TryGetProperty("end", out JsonElement end) && end.ValueKind is JsonValueKind.Number && end.TryGetInt32(out int year)
            ? year
            : null;

    private static string NameOf(JsonElement name) =>
        Texts(name, "fullname").FirstOrDefault()
        ?? string.Join(' ', Texts(name, "first").Concat(Texts(name, "middle")).Concat(Texts(name, "last")));

    private static IEnumerable<JsonElement> List(JsonElement item, string member) =>
        TryGet(item, member, out JsonElement list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Where(entry => entry.ValueKind is JsonValueKind.Object)
            : [];

    /// <summary>A member, taken out of the wrapping that newer interfaces put around values.</summary>
    private static bool TryGet(JsonElement item, string member, out JsonElement value)
    {
        if (!item.TryGetProperty(member, out value))
            return false;
        if (value.ValueKind is JsonValueKind.Object && value.TryGetProperty("value", out JsonElement inner))
            value = inner;
        return true;
    }

    private static IEnumerable<string> Texts(JsonElement item, params string[] members)
    {
        foreach (string member in members)
        {
            if (!TryGet(item, member, out JsonElement value))
                continue;
            IEnumerable<JsonElement> values = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
            foreach (
                JsonElement text in values.Where(text => text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 })
            )
                yield return text.GetString()!.Trim();
        }
    }
}
