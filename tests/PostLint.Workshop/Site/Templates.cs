namespace PostLint.Workshop.Site;

/// <summary>The HTML that is written by hand, in which <c>{name}</c> stands for what is not.</summary>
/// <param name="root">Full path of the repository.</param>
internal sealed class Templates(string root)
{
    /// <summary>A template with its blanks filled in; one that is left, or not there, is a fault of the caller.</summary>
    /// <param name="name">Its file, without extension.</param>
    /// <param name="values">What stands for each blank, as HTML.</param>
    public string Fill(string name, params (string Blank, string Html)[] values)
    {
        string text = Read($"{name}.html");
        foreach ((string blank, string html) in values)
        {
            string marked = $"{{{blank}}}";
            if (!text.Contains(marked, StringComparison.Ordinal))
                throw new InvalidOperationException($"{name}.html has no {marked}");
            text = text.Replace(marked, html, StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>The text of a file beside the templates.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(root, "tests", "PostLint.Workshop", "Site", file));
}
