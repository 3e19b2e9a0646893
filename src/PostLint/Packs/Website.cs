namespace PostLint.Packs;

/// <summary>Where the website stands, and the repository that it is made of.</summary>
public static class Website
{
    /// <summary>The address that all pages lie below; it ends with a slash.</summary>
    public const string Address = "https://postlint.github.io/postlint/";

    /// <summary>The address of the repository, without a slash at its end.</summary>
    public const string Repository = "https://github.com/postlint/postlint";

    /// <summary>The address of the page of a rule that ships.</summary>
    /// <param name="id">family/kebab-name.</param>
    public static string Rule(string id) => $"{Address}rules/{id}/";

    /// <summary>The address of a JSON schema, which is its <c>$id</c>, too.</summary>
    /// <param name="name">pack, profile or configuration.</param>
    public static string Schema(string name) => $"{Address}schemas/{name}.json";
}
