namespace PostLint.Text;

/// <summary>Where words stand. Text rules run on every context; a finding says in which it stands.</summary>
public enum TextContext
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A heading of any form.</summary>
    Heading,

    /// <summary>A caption or the alternative text of an image.</summary>
    Caption,

    /// <summary>A live value of the front matter.</summary>
    FrontMatter,

    /// <summary>A comment in the front matter.</summary>
    FrontMatterComment,

    /// <summary>An HTML comment.</summary>
    HtmlComment,

    /// <summary>A Markdown comment: a link definition that nothing refers to, or kramdown’s comment.</summary>
    MarkdownComment,

    /// <summary>A Liquid comment.</summary>
    LiquidComment,

    /// <summary>Code, in a block or in a line, and data files.</summary>
    Code,

    /// <summary>A field of a bibliography, or what stands between its entries.</summary>
    BibliographyField,

    /// <summary>An attribute of an HTML element or a parameter of a Liquid tag.</summary>
    Attribute,

    /// <summary>The target of a link.</summary>
    Link,

    /// <summary>The name of a file or folder.</summary>
    FileName,

    /// <summary>Metadata of a file.</summary>
    Metadata,

    /// <summary>What a notebook's cell printed.</summary>
    NotebookOutput,

    /// <summary>Title, body or commits of a pull request.</summary>
    PullRequest,
}
