using System.Text;

namespace PostLint.Assets.Pdf;

/// <summary>Reads objects from bytes (ISO 32000-2, 7.2 and 7.3).</summary>
/// <param name="bytes">The file, or an unpacked stream of objects.</param>
/// <param name="budget">What the reading of the whole file may cost.</param>
/// <param name="lengthOf">The length of a stream whose length stands in another object; -1 where nobody knows.</param>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, PdfBudget budget, Func<int, long>? lengthOf = null)
{
    private const int MaxDepth = 100;
    private const int MaxItems = 1_000_000;

    /// <summary>Where the next byte is read.</summary>
    public int At { get; set; }

    private ReadOnlySpan<byte> Data => bytes.Span;

    /// <summary>The generation of the object that was read last.</summary>
    public int Generation { get; private set; }

    /// <summary>Reads an object such as <c>12 0 obj … endobj</c>; null where none stands here.</summary>
    /// <exception cref="InvalidDataException">It is broken, nested too deeply, or the file has cost more than it may.</exception>
    public (int Number, PdfValue Value)? ReadIndirect()
    {
        budget.Check();
        int start = At;
        try
        {
            return ReadNumbered();
        }
        finally
        {
            budget.Spend(At - start);
        }
    }

    private (int Number, PdfValue Value)? ReadNumbered()
    {
        if (ReadNumber() is not { } number || ReadNumber() is not { } generation || !TryKeyword("obj"u8))
            return null;
        Generation = (int)Math.Min(generation, int.MaxValue);
        PdfValue value = ReadValue(0);
        if (value is PdfDictionary entries && TryKeyword("stream"u8))
            value = ReadStream(entries);
        return number is >= 0 and <= int.MaxValue ? ((int)number, value) : null;
    }

    /// <summary>Reads a whole number, if one stands here.</summary>
    public long? ReadNumber()
    {
        SkipBlanks();
        int start = At;
        while (At < Data.Length && Data[At] is >= (byte)'0' and <= (byte)'9' && At - start < 15)
            At++;
        return At == start ? null : long.Parse(Data[start..At], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Passes over a word, if it stands here.</summary>
    public bool TryKeyword(ReadOnlySpan<byte> word)
    {
        SkipBlanks();
        if (!Data[Math.Min(At, Data.Length)..].StartsWith(word))
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is nested too deeply.</exception>
    public PdfValue ReadValue(int depth = 0)
    {
        SkipBlanks();
        if (At >= Data.Length)
            throw new EndOfStreamException();
        if (depth > MaxDepth)
            throw new InvalidDataException("its objects are nested too deeply");
        switch (Data[At])
        {
            case (byte)'/':
                return new PdfName(ReadName());
            case (byte)'(':
                return new PdfString(ReadLiteral());
            case (byte)'[':
                return ReadArray(depth);
            case (byte)'<':
                return At + 1 < Data.Length && Data[At + 1] == '<' ? ReadDictionary(depth) : new PdfString(ReadHexadecimal());
            default:
                return ReadWord();
        }
    }

    private PdfValue ReadWord()
    {
        int start = At;
        while (At < Data.Length && !IsBlank(Data[At]) && !IsDelimiter(Data[At]))
            At++;
        if (At == start)
            throw new InvalidDataException("its objects are broken");
        string word = Encoding.Latin1.GetString(Data[start..At]);
        int after = At;
        // 12 0 R is a reference; two numbers in a row are numbers.
        if (
            int.TryParse(word, out int number)
            && number >= 0
            && ReadNumber() is not null
            && TryKeyword("R"u8)
            && (At >= Data.Length || IsBlank(Data[At]) || IsDelimiter(Data[At]))
        )
            return new PdfReference(number);
        At = after;
        return new PdfWord(word);
    }

    private PdfArray ReadArray(int depth)
    {
        At++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipBlanks();
            if (At >= Data.Length)
                throw new EndOfStreamException();
            if (Data[At] == ']')
                break;
            if (items.Count >= MaxItems)
                throw new InvalidDataException("a list in it is longer than is read");
            items.Add(ReadValue(depth + 1));
        }
        At++;
        return new(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        At += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (true)
        {
            SkipBlanks();
            if (At >= Data.Length)
                throw new EndOfStreamException();
            if (Data[At] == '>')
                break;
            if (Data[At] != '/')
                throw new InvalidDataException("its objects are broken");
            string name = ReadName();
            entries[name] = ReadValue(depth + 1);
        }
        At = Math.Min(At + 2, Data.Length);
        return new(entries);
    }

    private PdfStream ReadStream(PdfDictionary entries)
    {
        if (At < Data.Length && Data[At] == '\r')
            At++;
        if (At < Data.Length && Data[At] == '\n')
            At++;
        long length = entries["Length"] switch
        {
            PdfWord word => word.Number,
            PdfReference reference => lengthOf?.Invoke(reference.Number) ?? -1,
            _ => -1,
        };
        int start = At;
        if (length < 0 || start + length > Data.Length || !EndsAt(start + (int)length))
            length = Data[start..].IndexOf("endstream"u8);
        if (length < 0)
        {
            budget.Spend(Data.Length - start);
            throw new EndOfStreamException();
        }
        At = start + (int)length;
        return new(entries, bytes.Slice(start, (int)length));
    }

    private bool EndsAt(int at)
    {
        ReadOnlySpan<byte> after = Data.Slice(at, Math.Min(16, Data.Length - at)).TrimStart(" \r\n\t"u8);
        return after.StartsWith("endstr"u8);
    }

    private string ReadName()
    {
        var name = new StringBuilder();
        for (At++; At < Data.Length && !IsBlank(Data[At]) && !IsDelimiter(Data[At]); At++)
        {
            if (
                Data[At] == '#'
                && At + 2 < Data.Length
                && char.IsAsciiHexDigit((char)Data[At + 1])
                && char.IsAsciiHexDigit((char)Data[At + 2])
            )
            {
                name.Append((char)(Hex(Data[At + 1]) * 16 + Hex(Data[At + 2])));
                At += 2;
            }
            else
                name.Append((char)Data[At]);
        }
        return name.ToString();
    }

    private byte[] ReadLiteral()
    {
        var text = new List<byte>();
        int depth = 1;
        for (At++; At < Data.Length; At++)
        {
            byte b = Data[At];
            if (b == '\\')
                ReadEscape(text);
            else if (b == '(' && ++depth > 0)
                text.Add(b);
            else if (b == ')' && --depth == 0)
                break;
            else
                text.Add(b);
        }
        At = Math.Min(At + 1, Data.Length);
        return [.. text];
    }

    private void ReadEscape(List<byte> text)
    {
        if (++At >= Data.Length)
            return;
        byte b = Data[At];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            int value = 0;
            for (int i = 0; i < 3 && At < Data.Length && Data[At] is >= (byte)'0' and <= (byte)'7'; i++)
                value = (value * 8) + Data[At++] - '0';
            At--;
            text.Add((byte)value);
            return;
        }
        switch ((char)b)
        {
            case 'n':
                text.Add((byte)'\n');
                break;
            case 'r':
                text.Add((byte)'\r');
                break;
            case 't':
                text.Add((byte)'\t');
                break;
            case 'b':
                text.Add((byte)'\b');
                break;
            case 'f':
                text.Add((byte)'\f');
                break;
            case '\r':
                if (At + 1 < Data.Length && Data[At + 1] == '\n')
                    At++;
                break;
            case '\n':
                break;
            default:
                text.Add(b);
                break;
        }
    }

    private byte[] ReadHexadecimal()
    {
        var text = new List<byte>();
        int high = -1;
        for (At++; At < Data.Length && Data[At] != '>'; At++)
        {
            if (!char.IsAsciiHexDigit((char)Data[At]))
                continue;
            int digit = Hex(Data[At]);
            if (high < 0)
                high = digit;
            else
            {
                text.Add((byte)((high * 16) + digit));
                high = -1;
            }
        }
        if (high >= 0)
            text.Add((byte)(high * 16));
        At = Math.Min(At + 1, Data.Length);
        return [.. text];
    }

    private void SkipBlanks()
    {
        while (At < Data.Length)
        {
            if (IsBlank(Data[At]))
                At++;
            else if (Data[At] == '%')
            {
                int end = Data[At..].IndexOfAny((byte)'\r', (byte)'\n');
                At = end < 0 ? Data.Length : At + end;
            }
            else
                return;
        }
    }

    private static int Hex(byte digit) => Convert.ToInt32(((char)digit).ToString(), 16);

    private static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) =>
        b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
