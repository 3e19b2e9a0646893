namespace PostLint.Fit;

/// <summary>Says in plain words what a clue is.</summary>
internal static class ClueWords
{
    private static readonly Dictionary<string, string> s_whole = new(StringComparer.Ordinal)
    {
        ["kind-code"] = "it is a repository of code",
        ["kind-gist"] = "it is a gist",
        ["kind-models"] = "it is on a host of models and data",
        ["kind-notebook"] = "it is a notebook",
        ["kind-site"] = "it is a site named after the account",
        ["kind-deployment"] = "it is a deployed application",
        ["kind-profile"] = "it is a profile or post of a person",
        ["embedded"] = "it is shown as a part of the page",
        ["deep-blob"] = "it leads to a file of the repository",
        ["deep-tree"] = "it leads to a folder or branch of the repository",
        ["deep-pull"] = "it leads to a pull request",
        ["deep-issues"] = "it leads to an issue",
        ["deep-commit"] = "it leads to a commit",
        ["deep-wiki"] = "it leads to a wiki",
        ["deep-releases"] = "it leads to a release",
        ["deep-discussions"] = "it leads to a discussion",
        ["deep-status"] = "it leads to a short post",
        ["deep-raw"] = "it leads to a raw file",
        ["project-is-account"] = "the repository is named as its account",
        ["account-alone"] = "it names the account alone",
        ["project-shares-title-word"] = "its name shares a word with the title",
        ["project-shares-two-title-words"] = "its name shares two words with the title",
        ["label-handle"] = "its words are a handle",
        ["label-is-project"] = "its words are the name of the project",
        ["label-has-project"] = "its words hold the name of the project",
        ["label-has-account"] = "its words hold the account",
        ["many-links"] = "many links stand in its sentence",
        ["resembles-name"] = "the account is like a name in its sentence",
        ["cited-beside"] = "a work is cited beside it",
        ["well-known"] = "everybody refers to the account",
        ["claimed"] = "words beside it claim it",
        ["two-hosts"] = "the account is linked on two services",
        ["recurring"] = "the account is linked three times or more without a citation",
        ["in-bibliography"] = "the account is linked in the bibliography",
        ["nameless"] = "its sentence names neither a person nor a work",
        ["nameless-bare"] = "its words only say what it is, and its sentence names nothing",
        ["nameless-work"] = "its sentence speaks of code or results, and names nothing",
        ["named-like-cited"] = "the account is named like a cited author",
    };

    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["my"] = "“my” or “our”",
        ["first-person"] = "“I” or “we”",
        ["singular"] = "“I”, “my” or “me”",
        ["you"] = "words to the reader",
        ["code-of-post"] = "“the code of this post” or the like",
        ["ending"] = "words of an ending",
        ["making"] = "“I wrote” or the like",
        ["available"] = "“is available” or the like",
        ["code"] = "“code” or “repository”",
        ["artefact"] = "“figure”, “experiment” or the like",
        ["notebook"] = "“notebook” or “gist”",
        ["demo"] = "“demo” or the like",
        ["here"] = "“here”",
        ["this-post"] = "“of this post” or the like",
        ["whole"] = "“full” or “accompanying”",
        ["reproduce"] = "“reproduce” or “try”",
        ["contact"] = "words that ask for contact",
        ["earlier-post"] = "an earlier or next post",
        ["their"] = "“their”, “his” or “her”",
        ["by-name"] = "“by” and a name",
        ["authors"] = "“authors”, “official” or “original”",
        ["thanks"] = "thanks or credit",
        ["taken"] = "“from”, “based on” or the like",
        ["using"] = "“using”, “library” or the like",
        ["such-as"] = "“such as”, “like” or “other”",
        ["praise"] = "praise",
        ["docs"] = "“documentation”, “example” or the like",
        ["issue"] = "“issue”, “discussion” or the like",
        ["work"] = "“paper”, “dataset” or “model”",
        ["see"] = "“see” or “check”",
        ["tweet"] = "the name of a network",
        ["announced"] = "“released”, “provided” or the like",
        ["license"] = "“license”",
        ["placeholder"] = "“removed” or “anonymised”",
        ["possessive"] = "a name in the possessive",
    };

    private static readonly Dictionary<string, string> s_where = new(StringComparer.Ordinal)
    {
        ["label"] = "in the link’s own words",
        ["before"] = "just before the link",
        ["after"] = "just behind the link",
        ["sentence"] = "elsewhere in its sentence",
    };

    /// <summary>The words of a clue.</summary>
    /// <exception cref="KeyNotFoundException">Nobody wrote down what the clue is.</exception>
    public static string Of(string clue)
    {
        if (s_whole.TryGetValue(clue, out string? whole))
            return whole;
        int dash = clue.LastIndexOf('-');
        return $"{s_kinds[clue[..dash]]} {s_where[clue[(dash + 1)..]]}";
    }
}
