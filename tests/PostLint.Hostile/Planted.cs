namespace PostLint.Hostile;

/// <summary>The invented person whom every generated file names, so that there is something to find and to take out.</summary>
internal static class Planted
{
    public const string Name = "Mara Quill";
    public const string Login = "maraquill";
    public const string Email = "maraquill@quarry.example";
    public const string Folder = "/home/maraquill/drafts";

    /// <summary>What must not be left in a cleaned file.</summary>
    public static IReadOnlyList<string> Words { get; } = [Name, Login];
}
