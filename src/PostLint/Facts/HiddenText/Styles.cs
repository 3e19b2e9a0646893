using System.Globalization;

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

    /// <summary>What a list of declarations does to a text.</summary>
    /// <param name="declarations">Such as <c>color: white; font-size: 1px</c>.</param>
    /// <param name="onBackground">Whether something around the text gives it a background, so that a light colour may be meant.</param>
    public static Hiding Read(ReadOnlySpan<char> declarations, bool onBackground)
    {
        var found = Hiding.None;
        ReadOnlySpan<char> color = [],
            background = [];
        bool clips =
            declarations.Contains("overflow", StringComparison.OrdinalIgnoreCase)
            || declarations.Contains("absolute", StringComparison.OrdinalIgnoreCase);
        foreach (Range range in declarations.Split(';'))
        {
            ReadOnlySpan<char> declaration = declarations[range];
            int colon = declaration.IndexOf(':');
            if (colon < 0)
                continue;
            ReadOnlySpan<char> name = declaration[..colon].Trim(),
                value = Plain(declaration[(colon + 1)..]);
            if (Is(name, "color"))
                color = value;
            if (Is(name, "background") || Is(name, "background-color") || Is(name, "background-image"))
                background = value;
            Hiding own = Declaration(name, value, clips);
            if (own > found)
                found = own;
        }
        bool isSame = !color.IsEmpty && color.Equals(background, StringComparison.OrdinalIgnoreCase);
        bool isFaint = !color.IsEmpty && (IsNothing(color) || (IsWhite(color) && background.IsEmpty && !onBackground));
        return isSame || isFaint ? Hiding.Invisible : found;
    }

    /// <summary>Whether declarations give a background of their own.</summary>
    public static bool HasBackground(ReadOnlySpan<char> declarations) =>
        declarations.Contains("background", StringComparison.OrdinalIgnoreCase);

    /// <summary>White, by name or number.</summary>
    public static bool IsWhite(ReadOnlySpan<char> color) =>
        Is(color, "white")
        || Is(color, "#fff")
        || Is(color, "#ffffff")
        || Is(color, "#ffffffff")
        || Is(color, "snow")
        || Is(color, "ivory")
        || Is(color, "#fefefe")
        || Is(color, "#fdfdfd")
        || Is(color, "ghostwhite")
        || (color.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && color.Count("255") >= 3 && !IsNothing(color));

    /// <summary>No colour at all: transparent, or an alpha of zero.</summary>
    public static bool IsNothing(ReadOnlySpan<char> color)
    {
        if (Is(color, "transparent") || Is(color, "none"))
            return true;
        bool hasAlpha =
            color.StartsWith("rgba", StringComparison.OrdinalIgnoreCase)
            || color.StartsWith("hsla", StringComparison.OrdinalIgnoreCase)
            || color.Contains('/');
        if (!hasAlpha)
            return color.Length is 9 && color[0] == '#' && color.EndsWith("00", StringComparison.Ordinal);
        ReadOnlySpan<char> alpha = color[(color.LastIndexOfAny(",/ ") + 1)..].TrimEnd(')').Trim();
        return Number(alpha, out _) is <= 0.05;
    }

    private static Hiding Declaration(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool clips)
    {
        double? number = Number(value, out ReadOnlySpan<char> unit);
        if (Is(name, "display") && Is(value, "none"))
            return Hiding.Folded;
        if (Is(name, "visibility") && (Is(value, "hidden") || Is(value, "collapse")))
            return Hiding.Folded;
        if (Is(name, "opacity") && number is <= 0.05)
            return Hiding.Folded;
        if (Is(name, "font-size") && number is { } size && size * Pixels(unit) <= TinyPixels)
            return Hiding.Invisible;
        if (
            (Is(name, "left") || Is(name, "right") || Is(name, "top") || Is(name, "text-indent") || Is(name, "margin-left"))
            && number is { } by
            && by * Pixels(unit) <= -FarPixels
        )
            return Hiding.Invisible;
        if ((Is(name, "left") || Is(name, "text-indent")) && number is { } away && away * Pixels(unit) >= 4 * FarPixels)
            return Hiding.Invisible;
        if (
            (Is(name, "height") || Is(name, "width") || Is(name, "max-height") || Is(name, "max-width"))
            && number is { } extent
            && extent * Pixels(unit) <= 1
            && clips
        )
            return Hiding.Folded;
        if (Is(name, "clip") && value.Contains("rect", StringComparison.OrdinalIgnoreCase))
            return Hiding.Folded;
        if (
            Is(name, "clip-path")
            && (
                value.Contains("100%", StringComparison.Ordinal)
                || value.Contains("50%", StringComparison.Ordinal)
                || value.Contains("circle(0", StringComparison.OrdinalIgnoreCase)
            )
        )
            return Hiding.Folded;
        if (
            Is(name, "transform")
            && (value.Contains("scale(0)", StringComparison.OrdinalIgnoreCase) || value.Contains("-9999", StringComparison.Ordinal))
        )
            return Hiding.Folded;
        if (Is(name, "filter") && value.Contains("opacity(0", StringComparison.OrdinalIgnoreCase))
            return Hiding.Folded;
        return Is(name, "-webkit-text-fill-color") && IsNothing(value) ? Hiding.Folded : Hiding.None;
    }

    private static double Pixels(ReadOnlySpan<char> unit) =>
        unit switch
        {
            "em" or "rem" or "ch" => 16,
            "%" => 0.16,
            "vw" or "vh" => 10,
            "pt" => 1.33,
            _ => 1,
        };

    /// <summary>The number that a value begins with, and its unit.</summary>
    private static double? Number(ReadOnlySpan<char> value, out ReadOnlySpan<char> unit)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-' or '+'))
            end++;
        unit = value[end..].Trim();
        return double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        int important = value.IndexOf('!');
        return important < 0 ? value : value[..important].TrimEnd();
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
