using PostLint.Workshop;

// For those who work on PostLint itself, from the root of the repository:
//        dotnet run --project tests/PostLint.Workshop new-rule FAMILY/NAME    starts a rule: its file, its fixtures, and what is left to do
// dotnet run --project tests/PostLint.Workshop pages                   writes the pages of rules anew, and the schemas of PostLint's files
string root = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "PostLint.sln")))
{
    Console.Error.WriteLine("Run this from the root of the repository, where PostLint.sln lies.");
    return 2;
}
switch (args)
{
    case ["new-rule", string id]:
        return NewRule.Start(root, id, Console.Out, Console.Error);
    case ["pages"]:
        foreach ((string path, string text) in CataloguePages.All(root))
            File.WriteAllText(Path.Combine(root, path), text);
        return 0;
    default:
        Console.Error.WriteLine("usage: new-rule FAMILY/NAME, or pages");
        return 2;
}
