using PostLint.Workshop;
using PostLint.Workshop.Site;

// For those who work on PostLint itself, from the root of the repository:
//     dotnet run --project tests/PostLint.Workshop COMMAND
//         new-rule FAMILY/NAME   starts a rule: its file, its fixtures, and what is left to do
//         pages                  writes the pages of rules anew, and the schemas of PostLint's files
//         site FOLDER [PAGE]     writes the website; PAGE is src/PostLint.Web, published
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
    case ["site", string folder, .. string[] page]:
        return SiteWriter.Write(root, folder, page.FirstOrDefault(), Console.Out, Console.Error);
    default:
        Console.Error.WriteLine("usage: new-rule FAMILY/NAME, pages, or site FOLDER [PAGE]");
        return 2;
}
