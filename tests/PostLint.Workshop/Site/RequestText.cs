using System.Text;

namespace PostLint.Workshop.Site;

/// <summary>A fixture that stands for a pull request, as people would tell of one.</summary>
internal static class RequestText
{
    private static readonly Dictionary<string, string> s_titles = new(StringComparer.Ordinal)
    {
        ["title"] = "Title",
        ["body"] = "Description",
        ["files"] = "Files",
        ["message"] = "Message of a commit",
        ["name"] = "Author of a commit",
        ["zone"] = "Time zone of a commit",
        ["leak"] = "Found in an earlier commit and gone from the last one",
    };

    /// <summary>The request in words; see FixtureTests for how a fixture says it.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var parts = s_titles.Keys.ToDictionary(key => key, _ => new List<string>());
        foreach (string[] words in lines.Where(line => line.Length > 0).Select(line => line.Split(' ', 2)))
        {
            if (parts.TryGetValue(words[0], out List<string>? part))
                part.Add(words[0] is "leak" ? string.Join(" in ", words[1].Split(' ')) : words[1]);
            else
                parts["files"].Add(Changed(words[0], words[1].Split(' ')));
        }
        var text = new StringBuilder();
        foreach ((string key, List<string> said) in parts.Where(part => part.Value.Count > 0))
            text.Append(said.Count == 1 ? $"{s_titles[key]}: {said[0]}\n" : $"{s_titles[key]}:\n  {string.Join("\n  ", said)}\n");
        return text.ToString();
    }

    private static string Changed(string kind, string[] words)
    {
        string what = kind switch
        {
            "M" => "changed  ",
            "D" => "deleted  ",
            "link" => "link     ",
            "submodule" => "submodule",
            _ => "added    ",
        };
        return words.Length > 1 && long.TryParse(words[1], out long bytes) ? $"{what} {words[0]} ({bytes:N0} bytes)" : $"{what} {words[0]}";
    }
}
