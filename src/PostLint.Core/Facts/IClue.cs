namespace PostLint.Facts;

/// <summary>A fact that speaks for or against a hypothesis about its subject, and does not decide alone.</summary>
public interface IClue
{
    /// <summary>Its name in the table that says how much it weighs, in kebab-case.</summary>
    string Clue { get; }
}
