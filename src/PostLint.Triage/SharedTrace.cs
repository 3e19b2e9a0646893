using System.Buffers.Binary;

namespace PostLint.Triage;

/// <summary>What submissions may have in common.</summary>
internal enum SharedKind
{
    /// <summary>An account.</summary>
    Account,

    /// <summary>An e-mail address.</summary>
    Address,

    /// <summary>An id of an analytics service or a comments widget.</summary>
    Widget,

    /// <summary>The name of a user.</summary>
    User,

    /// <summary>Whoever keeps the bibliography.</summary>
    BibliographyOwner,

    /// <summary>An id of an account or device in an asset.</summary>
    AssetId,

    /// <summary>Whoever made an asset.</summary>
    AssetMaker,

    /// <summary>The id of a document.</summary>
    Document,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A part of the text’s sketch.</summary>
    Text,
}

/// <summary>
/// Something that links submissions to one another: its kind in the highest 8 bits, and 56 bits of a hash that tells it from others without
/// saying it.
/// </summary>
/// <param name="Value">Both.</param>
internal readonly record struct SharedTrace(ulong Value)
{
    private const int HashBits = 56;

    /// <summary>A trace of a kind.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="hash">Its highest 56 bits are kept.</param>
    public SharedTrace(SharedKind kind, ulong hash)
        : this(((ulong)kind << HashBits) | (hash >> (64 - HashBits))) { }

    /// <summary>What it is.</summary>
    public SharedKind Kind => (SharedKind)(Value >> HashBits);

    /// <summary>The values of traces, lowest byte first: a season has hundreds of thousands.</summary>
    internal static byte[] BytesOf(IReadOnlyList<SharedTrace> traces)
    {
        byte[] bytes = new byte[traces.Count * sizeof(ulong)];
        for (int i = 0; i < traces.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), traces[i].Value);
        return bytes;
    }

    /// <summary>Reads what <see cref="BytesOf"/> writes.</summary>
    internal static SharedTrace[] Read(ReadOnlySpan<byte> bytes)
    {
        var traces = new SharedTrace[bytes.Length / sizeof(ulong)];
        for (int i = 0; i < traces.Length; i++)
            traces[i] = new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]));
        return traces;
    }
}
