using System.Globalization;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace PostLint.Facts;

/// <summary>What a style does to a text.</summary>
internal enum Hiding
{
    /// <summary>It can be read.</summary>
    None,

    /// <summary>It is not displayed, or cut off; pages do so for what scripts unfold and for screen readers.</summary>
    Folded,

    /// <summary>It is displayed and cannot be seen, which serves no reader.</summary>
    Invisible,
}

/// <summary>Reads CSS declarations as far as they hide text.</summary>
internal static class Styles
{
    private const double TinyPixels = 2.5; // no typeface can be read at this size
    private const double FarPixels = 900; // further off than text is ever moved for its looks
    private const double LeastShare = 0.05; // of opacity or size: less shows nothing
    private const int MostReplacements = 3; // of custom properties by others

    [ThreadStatic]
    private static CssParser? s_parser; // making one costs more than most styles

    // Without one of these a style changes no letter: images have widths, tables have borders. The last two write names in other letters.
    private static readonly string[] s_hints =
    [
        "color",
        "fill",
        "font",
        "opacity",
        "visibility",
        "display",
        "indent",
        "left",
        "right",
        "top",
        "bottom",
        "inset",
        "clip",
        "transform",
        "scale",
        "zoom",
        "filter",
        "overflow",
        "absolute",
        "background",
        "\\",
        "/*",
    ];

    /// <summary>What a list of declarations does to a text.</summary>
    /// <param name="declarations">Such as <c>color: white; font-size: 1px</c>.</param>
    /// <param name="onBackground">Whether something around the text gives it a background, so that a light colour may be meant.</param>
    /// <param name="properties">The custom properties of the file, such as <c>--paper</c>, for <c>var(--paper)</c>.</param>
    public static Hiding Read(string declarations, bool onBackground, IReadOnlyDictionary<string, string>? properties = null)
    {
        if (!MayHide(declarations))
            return Hiding.None;
        var found = Hiding.None;
        CssColor? color = null,
            background = null;
        bool hasBackground = false;
        ICssProperty[] list = [.. Properties(declarations, properties)];
        bool clips = list.Any(property => property.Name.StartsWith("overflow", StringComparison.Ordinal) || property.Value is "absolute");
        foreach (ICssProperty property in list)
        {
            switch (property.Name)
            {
                case "color" or "-webkit-text-fill-color":
                    color = CssColor.Of(property.Value) ?? color;
                    break;
                case "background-color":
                    background = CssColor.Of(property.Value) ?? background;
                    hasBackground |= background is { IsNothing: false };
                    break;
                case "background-image" when property.Value is not ("initial" or "none"):
                    hasBackground = true;
                    break;
                default:
                    Hiding own = Declaration(property.Name, property.Value, clips);
                    if (own > found)
                        found = own;
                    break;
            }
        }
        if (color is not { } letters)
            return found;
        bool isSame = background is { IsNothing: false } paper && letters.IsLike(paper);
        bool isFaint = letters.IsNothing || (letters.IsLike(CssColor.White) && !hasBackground && !onBackground);
        return isSame || isFaint ? Hiding.Invisible : found;
    }

    /// <summary>Whether declarations give a background of their own.</summary>
    public static bool HasBackground(ReadOnlySpan<char> declarations) =>
        declarations.Contains("background", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether declarations hold a word that such a style has to have; a quick look before they are parsed.</summary>
    public static bool MayHide(string declarations)
    {
        foreach (string hint in s_hints)
        {
            if (declarations.Contains(hint, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>The declarations, parsed, with custom properties put in.</summary>
    private static IEnumerable<ICssProperty> Properties(string declarations, IReadOnlyDictionary<string, string>? properties)
    {
        string text = declarations;
        ICssStyleDeclaration? style = Parse(text);
        for (int i = 0; i < MostReplacements && text.Contains("var(", StringComparison.OrdinalIgnoreCase); i++)
        {
            ICssStyleDeclaration? before = style;
            text = CustomProperty.PutIn(text, name =>
                before?.GetPropertyValue(name) is { Length: > 0 } own ? own : properties?.GetValueOrDefault(name)
            );
            style = Parse(text);
        }
        return style ?? Enumerable.Empty<ICssProperty>();
    }

    private static ICssStyleDeclaration? Parse(string declarations) =>
        (s_parser ??= new(new CssParserOptions { IsIncludingUnknownDeclarations = true })).ParseDeclaration(BeforeBrace(declarations));

    /// <summary>A brace ends a list of declarations, and the parser takes none.</summary>
    private static string BeforeBrace(string text) => text.IndexOfAny(['{', '}']) is >= 0 and int brace ? text[..brace] : text;

    private static Hiding Declaration(string name, string value, bool clips) =>
        name switch
        {
            "display" when value is "none" => Hiding.Folded,
            "visibility" when value is "hidden" or "collapse" => Hiding.Folded,
            "content-visibility" when value is "hidden" => Hiding.Folded,
            "opacity" or "fill-opacity" or "scale" or "zoom" when Share(value) is <= LeastShare => Hiding.Folded,
            "font-size" when Pixels(value) is <= TinyPixels => Hiding.Invisible,
            "left" or "right" or "top" or "bottom" or "margin-left" or "text-indent" when Pixels(value) is <= -FarPixels =>
                Hiding.Invisible,
            "left" or "text-indent" when Pixels(value) is >= 4 * FarPixels => Hiding.Invisible,
            "height" or "width" or "max-height" or "max-width" when clips && Pixels(value) is <= 1 => Hiding.Folded,
            "clip" when value.Contains("rect", StringComparison.Ordinal) => Hiding.Folded,
            "clip-path" when CutsAll(value) => Hiding.Folded,
            "filter" when Argument(value, "opacity(") is { } argument && Share(argument) is <= LeastShare => Hiding.Folded,
            "transform" when Argument(value, "scale(") is { } argument && Share(argument) is <= LeastShare => Hiding.Folded,
            "transform" when Argument(value, "translate") is { } argument && Pixels(argument) is <= -FarPixels => Hiding.Folded,
            _ => Hiding.None,
        };

    private static bool CutsAll(string value) =>
        value.Contains("100%", StringComparison.Ordinal)
        || value.Contains("50%", StringComparison.Ordinal)
        || value.Contains("circle(0", StringComparison.Ordinal);

    /// <summary>What stands in the parentheses of a function whose name begins so.</summary>
    private static string? Argument(string value, string function)
    {
        int at = value.IndexOf(function, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : value[(value.IndexOf('(', at) + 1)..];
    }

    /// <summary>A number, or percent as a part of one.</summary>
    private static double? Share(string value) =>
        Number(value, out ReadOnlySpan<char> unit) is { } number ? (unit is ['%', ..] ? number / 100 : number) : null;

    /// <summary>A length in pixels, also one that <c>calc(…)</c> holds alone.</summary>
    private static double? Pixels(string value)
    {
        if (value.StartsWith("calc(", StringComparison.OrdinalIgnoreCase))
            value = value[5..];
        return Number(value, out ReadOnlySpan<char> unit) is { } number ? number * PixelsOf(unit) : null;
    }

    private static double PixelsOf(ReadOnlySpan<char> unit)
    {
        int end = 0;
        while (end < unit.Length && (char.IsAsciiLetter(unit[end]) || unit[end] == '%'))
            end++;
        return unit[..end] switch
        {
            "em" or "rem" or "ch" => 16,
            "%" => 0.16,
            "vw" or "vh" => 10,
            "pt" => 1.33,
            "cm" => 38,
            "in" => 96,
            _ => 1,
        };
    }

    /// <summary>The number that a value begins with, and what follows it.</summary>
    private static double? Number(ReadOnlySpan<char> value, out ReadOnlySpan<char> unit)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-' or '+'))
            end++;
        unit = value[end..].Trim();
        return double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }
}
