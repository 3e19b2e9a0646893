namespace PostLint.Syntax;

/// <summary>What a file is to a submission.</summary>
public enum FileRole
{
    /// <summary>The post itself, Markdown or HTML.</summary>
    Post,

    /// <summary>A BibTeX file.</summary>
    Bibliography,

    /// <summary>Any other text: HTML figures, SVG, notebooks, scripts, data.</summary>
    TextAsset,

    /// <summary>What is no text: images, documents, archives.</summary>
    BinaryAsset,
}
