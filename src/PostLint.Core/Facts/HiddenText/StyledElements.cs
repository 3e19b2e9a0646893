using System.Buffers;
using AngleSharp.Html.Parser;
using PostLint.Syntax;
using IDocument = AngleSharp.Dom.IDocument;
using IElement = AngleSharp.Dom.IElement;

namespace PostLint.Facts;

/// <summary>
/// The elements of a file once more as the CSS parser's selectors take them; made only where a style sheet may hide something.
/// </summary>
internal sealed class StyledElements
{
    private const int MaxElements = 20_000;
    private static readonly SearchValues<char> s_ofNames = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    );

    private readonly IDocument _page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("");
    private int _count;

    /// <summary>The page itself, the parent of what stands in no other element.</summary>
    public IElement Root => _page.Body!;

    /// <summary>Adds an element behind those that its parent has already; gives the parent itself for what is no element.</summary>
    /// <param name="node">A node of the file.</param>
    /// <param name="parent">What was made of the node around it.</param>
    public IElement Add(Node node, IElement parent)
    {
        if (node.Kind is NodeKind.Attribute || node.Name is not { } name || !IsName(name) || _count >= MaxElements)
            return parent;
        _count++;
        IElement element = _page.CreateElement(name);
        foreach (Node attribute in node.Children)
        {
            if (attribute is { Kind: NodeKind.Attribute, Name: { } key } && IsName(key))
                element.SetAttribute(key, attribute.Value ?? "");
        }
        parent.AppendChild(element);
        return element;
    }

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > 60 || !char.IsAsciiLetter(text[0]))
            return false;
        return !text.AsSpan().ContainsAnyExcept(s_ofNames);
    }
}
