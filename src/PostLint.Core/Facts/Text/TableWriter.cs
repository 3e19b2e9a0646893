using System.Runtime.InteropServices;

namespace PostLint.Facts;

/// <summary>
/// Writes tables that are made when PostLint is built, so that no start parses what never changes: arrays of numbers and texts, one after
/// the other, in the byte order of all machines that PostLint runs on. <see cref="TableReader"/> reads them.
/// </summary>
internal sealed class TableWriter(Stream stream)
{
    /// <summary>Writes an array.</summary>
    public void Numbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        int count = numbers.Length;
        stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
        stream.Write(MemoryMarshal.AsBytes(numbers));
    }

    /// <summary>Writes some texts.</summary>
    public void Texts(IReadOnlyCollection<string> texts)
    {
        Numbers<int>([.. texts.Select(text => text.Length)]);
        Numbers<char>(string.Concat(texts));
    }
}

/// <summary>Reads what <see cref="TableWriter"/> wrote, in the same order.</summary>
internal sealed class TableReader(Stream stream)
{
    /// <summary>Reads an array.</summary>
    public T[] Numbers<T>()
        where T : unmanaged
    {
        int count = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref count)));
        T[] numbers = GC.AllocateUninitializedArray<T>(count);
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Reads some texts.</summary>
    public string[] Texts()
    {
        int[] lengths = Numbers<int>();
        ReadOnlySpan<char> letters = Numbers<char>();
        var texts = new string[lengths.Length];
        int at = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = letters.Slice(at, lengths[i]).ToString();
            at += lengths[i];
        }
        return texts;
    }
}
