namespace PostLint.Workshop.Site;

/// <summary>A page of the website.</summary>
/// <param name="Path">Its folder below the site, with forward slashes and one at the end; empty for the start page.</param>
/// <param name="Title">What it is called, without the site’s name.</param>
/// <param name="Description">One sentence for whoever finds it.</param>
/// <param name="Body">HTML of its content, with one <c>h1</c>. Links within the site begin with a slash.</param>
internal sealed record SitePage(string Path, string Title, string Description, string Body)
{
    /// <summary>HTML of what stands beside the content; empty for nothing.</summary>
    public string Aside { get; init; } = "";

    /// <summary>The file that holds it.</summary>
    public string File => Path + "index.html";
}
