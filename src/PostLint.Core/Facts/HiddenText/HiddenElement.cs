using PostLint.Syntax;
using IElement = AngleSharp.Dom.IElement;

namespace PostLint.Facts;

/// <summary>What an HTML element does to the text in it; nothing, where that is too short to say anything.</summary>
/// <param name="How">How it hides the text; null where it does not.</param>
/// <param name="HasBackground">Whether it gives the text a background.</param>
internal readonly record struct HiddenElement(HiddenPassageKind? How, bool HasBackground)
{
    /// <summary>Reads an element's name, attributes and style.</summary>
    /// <param name="node">The element.</param>
    /// <param name="styled">The same for selectors; null where the style sheets hide nothing.</param>
    /// <param name="sheet">The style sheets of the file.</param>
    /// <param name="onBackground">Whether something around it gives its text a background.</param>
    public static HiddenElement Of(Node node, IElement? styled, StyleSheet sheet, bool onBackground)
    {
        if (
            node.Name is null
            || node.Content.Length < PassageReader.MinLength
            || node.Kind is NodeKind.Attribute or NodeKind.Property or NodeKind.BibEntry or NodeKind.BibField
        )
            return default;
        string declarations = styled is null ? "" : sheet.DeclarationsOf(styled);
        bool isHidden = node.Name is "template",
            isColored = false;
        foreach (Node attribute in node.Children)
        {
            if (attribute.Kind is not NodeKind.Attribute || attribute.Value is not { } value)
                continue;
            switch (attribute.Name)
            {
                case "style":
                    declarations += ";" + value;
                    break;
                case "color":
                    declarations += ";color:" + value;
                    break;
                case "fill" when node.Name is "text" or "tspan":
                    declarations += ";color:" + (value is "none" ? "transparent" : value);
                    break;
                case "opacity" or "fill-opacity" when node.Name is "text" or "tspan":
                    declarations += ";opacity:" + value;
                    break;
                case "font-size" when value.Length > 0:
                    declarations += $";font-size:{value}{(char.IsAsciiDigit(value[^1]) ? "px" : "")}"; // attributes need no unit
                    break;
                case "hidden":
                    isHidden = true;
                    break;
                case "bgcolor":
                    isColored = true;
                    break;
            }
        }
        bool hasBackground = isColored || Styles.HasBackground(declarations);
        if (isHidden)
            return new(HiddenPassageKind.Element, hasBackground);
        Hiding hiding = declarations.Length > 1 ? sheet.Read(declarations, onBackground) : Hiding.None;
        HiddenPassageKind? how = hiding switch
        {
            // white letters on a coloured shape are usual in drawings
            Hiding.Invisible when node.Name is "text" or "tspan" => HiddenPassageKind.Element,
            Hiding.Invisible => HiddenPassageKind.Style,
            Hiding.Folded => HiddenPassageKind.Element,
            _ => node.Name is "noscript" or "details" ? HiddenPassageKind.Folded : null,
        };
        return new(how, hasBackground);
    }
}
