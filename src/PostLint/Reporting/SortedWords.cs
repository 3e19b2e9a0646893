using System.Reflection;
using System.Text;

namespace PostLint.Reporting;

/// <summary>
/// A list of words that is asked as it lies in its file: a run asks for a few words of tens of thousands, and taking the list apart would
/// cost more than all else that a short run does.
/// </summary>
internal sealed class SortedWords
{
    private const int Longest = 80; // UTF-16 units; no listed word is longer

    private readonly byte[] _text;
    private readonly int _start; // of the first word

    /// <summary>
    /// Takes a list: lines that begin with <c>#</c>, then words in ascending order, each with one blank or line end behind it.
    /// </summary>
    /// <param name="text">The list, in UTF-8.</param>
    public SortedWords(byte[] text)
    {
        _text = text;
        while (_start < text.Length && text[_start] == '#')
            _start += text.AsSpan(_start).IndexOf((byte)'\n') + 1;
    }

    /// <summary>Reads a list of this room.</summary>
    /// <param name="name">Its file name.</param>
    public static SortedWords Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reporting/{name}")!;
        byte[] text = GC.AllocateUninitializedArray<byte>((int)resource.Length);
        resource.ReadExactly(text);
        return new(text);
    }

    /// <summary>Whether a word is listed, written exactly so.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return false;
        Span<byte> bytes = stackalloc byte[Longest * 3];
        ReadOnlySpan<byte> sought = bytes[..Encoding.UTF8.GetBytes(word, bytes)];
        for (int low = _start, high = _text.Length; low < high; )
        {
            int middle = low + (high - low) / 2;
            int start = low + _text.AsSpan(low..middle).LastIndexOfAny((byte)' ', (byte)'\n') + 1;
            int length = _text.AsSpan(start).IndexOfAny((byte)' ', (byte)'\n');
            int order = sought.SequenceCompareTo(_text.AsSpan(start, length));
            if (order == 0)
                return true;
            if (order < 0)
                high = start;
            else
                low = start + length + 1;
        }
        return false;
    }
}
