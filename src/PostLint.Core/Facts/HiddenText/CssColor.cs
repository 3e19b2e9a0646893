using System.Globalization;

namespace PostLint.Facts;

/// <summary>A colour as the CSS parser writes it, each part from 0 to 1.</summary>
/// <param name="Red">Its red.</param>
/// <param name="Green">Its green.</param>
/// <param name="Blue">Its blue.</param>
/// <param name="Alpha">How much it covers; 0 shows nothing.</param>
internal readonly record struct CssColor(double Red, double Green, double Blue, double Alpha)
{
    private const double LeastAlpha = 0.05; // less shows nothing
    private const double LeastContrast = 1.2; // WCAG 2 asks for 4.5; at 1.2 (#eee on white) letters are not seen

    /// <summary>The paper of most pages.</summary>
    public static CssColor White { get; } = new(1, 1, 1, 1);

    /// <summary>Whether it shows nothing at all.</summary>
    public bool IsNothing => Alpha <= LeastAlpha;

    /// <summary>WCAG's relative luminance, from 0 (black) to 1 (white).</summary>
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Reads <c>rgba(255, 255, 255, 1)</c>; null for what is no colour by itself, such as <c>inherit</c>.</summary>
    public static CssColor? Of(string value)
    {
        if (value is "transparent")
            return default(CssColor);
        int open = value.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
            return null;
        string[] parts = value[(open + 1)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        var numbers = new double[4];
        if (parts.Length != numbers.Length)
            return null;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        return new(numbers[0] / 255, numbers[1] / 255, numbers[2] / 255, numbers[3]);
    }

    /// <summary>Whether letters of this colour are not seen on paper of the other.</summary>
    public bool IsLike(CssColor paper)
    {
        double own = Luminance,
            other = paper.Luminance;
        return (Math.Max(own, other) + 0.05) / (Math.Min(own, other) + 0.05) < LeastContrast
            && Math.Abs(Red - paper.Red) + Math.Abs(Green - paper.Green) + Math.Abs(Blue - paper.Blue) < 0.5;
    }

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
