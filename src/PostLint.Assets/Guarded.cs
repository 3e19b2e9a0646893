namespace PostLint.Assets;

/// <summary>Runs what writes a stranger's file anew.</summary>
internal static class Guarded
{
    /// <summary>Runs it; whatever a broken file makes of its reader is told as such.</summary>
    /// <exception cref="InvalidDataException">The file is broken, or of a kind that is not written; the message says why.</exception>
    public static void Run(Action action)
    {
        try
        {
            action();
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("it is cut off: it ends earlier than it says", cut);
        }
        catch (Exception broken) when (IsOfReading(broken))
        {
            throw new InvalidDataException("its structure is broken", broken);
        }
    }

    private static bool IsOfReading(Exception broken) =>
        broken is ArgumentException or OverflowException or IndexOutOfRangeException or FormatException or NotSupportedException;
}
