using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PostLint.Assets.Credentials;

/// <summary>Reads CBOR, RFC 8949: no deeper and no more of it than an assertion of content credentials needs.</summary>
internal ref struct Cbor
{
    private const int MaxDepth = 32;
    private const int MaxItems = 50_000;
    private const int Indefinite = 31;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _items;

    private Cbor(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The first value of some bytes.</summary>
    /// <exception cref="InvalidDataException">It is no CBOR, is nested too deeply, or has too many items.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static ClaimValue Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Cbor(bytes);
        return reader.Value(0);
    }

    private ClaimValue Value(int depth)
    {
        if (depth > MaxDepth || ++_items > MaxItems)
            throw new InvalidDataException("its content credentials are larger than is read");
        (int major, int info) = Head();
        return major switch
        {
            0 => ClaimValue.Of(Number(info).ToString(CultureInfo.InvariantCulture)),
            1 => ClaimValue.Of((-1 - (Int128)Number(info)).ToString(CultureInfo.InvariantCulture)),
            2 => new(null, Chunks(info, 2), []),
            3 => ClaimValue.Of(Encoding.UTF8.GetString(Chunks(info, 3))),
            4 => new(null, null, Items(info, depth, isMap: false)),
            5 => new(null, null, Items(info, depth, isMap: true)),
            6 => Tagged(info, depth),
            _ => Simple(info),
        };
    }

    private (int Major, int Info) Head()
    {
        if (_at >= _bytes.Length)
            throw new EndOfStreamException();
        byte head = _bytes[_at++];
        return (head >> 5, head & 31);
    }

    /// <summary>A tag says how to understand a value, not what it is.</summary>
    private ClaimValue Tagged(int info, int depth)
    {
        Number(info);
        return Value(depth + 1);
    }

    private ulong Number(int info)
    {
        if (info < 24)
            return (ulong)info;
        if (info > 27)
            throw new InvalidDataException("its content credentials are broken");
        ReadOnlySpan<byte> number = Take(1 << (info - 24));
        ulong value = 0;
        foreach (byte b in number)
            value = (value << 8) | b;
        return value;
    }

    /// <summary>A string, which may be written in pieces of the same kind.</summary>
    private byte[] Chunks(int info, int major)
    {
        if (info != Indefinite)
            return Take(Length(info)).ToArray();
        var all = new MemoryStream();
        while (!IsBreak())
        {
            (int kind, int length) = Head();
            if (kind != major || length == Indefinite)
                throw new InvalidDataException("its content credentials are broken");
            all.Write(Take(Length(length)));
        }
        return all.ToArray();
    }

    private List<(string, ClaimValue)> Items(int info, int depth, bool isMap)
    {
        var items = new List<(string, ClaimValue)>();
        int count = info == Indefinite ? int.MaxValue : Length(info);
        for (int i = 0; i < count && !(info == Indefinite && IsBreak()); i++)
        {
            string name = isMap ? Value(depth + 1).Text ?? "" : "";
            items.Add((name, Value(depth + 1)));
        }
        return items;
    }

    private ClaimValue Simple(int info) =>
        info switch
        {
            20 => ClaimValue.Of("false"),
            21 => ClaimValue.Of("true"),
            26 => ClaimValue.Of(BinaryPrimitives.ReadSingleBigEndian(Take(4)).ToString(CultureInfo.InvariantCulture)),
            27 => ClaimValue.Of(BinaryPrimitives.ReadDoubleBigEndian(Take(8)).ToString(CultureInfo.InvariantCulture)),
            25 => Nothing(2),
            24 => Nothing(1),
            _ => Nothing(0),
        };

    private ClaimValue Nothing(int bytes)
    {
        Take(bytes);
        return new(null, null, []);
    }

    private bool IsBreak()
    {
        if (_at >= _bytes.Length)
            throw new EndOfStreamException();
        if (_bytes[_at] != 0xFF)
            return false;
        _at++;
        return true;
    }

    private int Length(int info)
    {
        ulong length = Number(info);
        if (length > (ulong)(_bytes.Length - _at))
            throw new EndOfStreamException();
        return (int)length;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
            throw new EndOfStreamException();
        _at += count;
        return _bytes.Slice(_at - count, count);
    }
}
