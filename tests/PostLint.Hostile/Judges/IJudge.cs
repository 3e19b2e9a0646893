namespace PostLint.Hostile.Judges;

/// <summary>What a program has against a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Reason">What differs, or is left.</param>
internal sealed record Verdict(string File, string Reason);

/// <summary>A program that was not written here and compares files before and after they were fixed.</summary>
internal interface IJudge
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Whether it can be asked.</summary>
    bool IsInstalled { get; }

    /// <summary>Compares files of the same name in two folders.</summary>
    /// <param name="before">Where they are as they were.</param>
    /// <param name="after">Where they are fixed.</param>
    /// <param name="files">Which.</param>
    IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files);
}
