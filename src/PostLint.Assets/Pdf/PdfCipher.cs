using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using PostLint.Facts;

namespace PostLint.Assets.Pdf;

/// <summary>
/// Opens what the standard security handler (ISO 32000-2, 7.6) locked without a password for readers: RC4 of 40 to 128 bits, AES of 128 and
/// 256.
/// Such a file opens in every viewer, so that what it says of its authors is no secret.
/// </summary>
[SuppressMessage("Security", "CA5351", Justification = "The format says MD5; nothing is kept secret with it here.")]
internal sealed class PdfCipher
{
    private enum Method
    {
        None,
        Rc4,
        Aes,
        Aes256,
    }

    // What a password is filled up with; all of an empty one (algorithm 2).
    private static readonly byte[] s_filling =
    [
        0x28,
        0xBF,
        0x4E,
        0x5E,
        0x4E,
        0x75,
        0x8A,
        0x41,
        0x64,
        0x00,
        0x4E,
        0x56,
        0xFF,
        0xFA,
        0x01,
        0x08,
        0x2E,
        0x2E,
        0x00,
        0xB6,
        0xD0,
        0x68,
        0x3E,
        0x80,
        0x2F,
        0x0C,
        0xA9,
        0xFE,
        0x64,
        0x53,
        0x69,
        0x7A,
    ];

    private readonly byte[] _key;
    private readonly Method _strings,
        _streams;
    private readonly bool _locksMetadata;

    private PdfCipher(byte[] key, Method strings, Method streams, bool locksMetadata) =>
        (_key, _strings, _streams, _locksMetadata) = (key, strings, streams, locksMetadata);

    /// <summary>The cipher of a document.</summary>
    /// <param name="encrypt">The dictionary that its trailer calls Encrypt, references followed.</param>
    /// <param name="id">The first identifier of its trailer.</param>
    /// <param name="resolve">Follows references.</param>
    /// <param name="reason">Why there is none: it asks for a password, or is locked in another way.</param>
    public static PdfCipher? Open(PdfDictionary encrypt, byte[] id, Func<PdfValue?, PdfValue?> resolve, out string reason)
    {
        reason = "it is encrypted in a way that is not opened";
        long version = encrypt.NumberOf("V"),
            revision = encrypt.NumberOf("R");
        if (encrypt.NameOf("Filter") is not "Standard" || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6)
            return null;
        Method strings = MethodOf(encrypt, "StrF", version, resolve),
            streams = MethodOf(encrypt, "StmF", version, resolve);
        bool locksMetadata = encrypt["EncryptMetadata"] is not PdfWord { Text: "false" };
        byte[] user = TextOf(encrypt, "U", resolve);
        byte[]? key =
            revision >= 5
                ? KeyOf256(user, TextOf(encrypt, "UE", resolve), revision)
                : KeyOf(encrypt, id, revision, locksMetadata, user, resolve);
        if (key is not null)
            return new(key, strings, streams, locksMetadata);
        reason = "it is encrypted and asks for a password";
        return null;
    }

    /// <summary>An object with its strings and stream opened.</summary>
    /// <param name="value">The object as it stands in the file.</param>
    /// <param name="number">Its number.</param>
    /// <param name="generation">Its generation.</param>
    public PdfValue Opened(PdfValue value, int number, int generation) =>
        value switch
        {
            PdfString text => new PdfString(Decrypt(text.Bytes, _strings, number, generation)),
            PdfArray array => new PdfArray([.. array.Items.Select(item => Opened(item, number, generation))]),
            PdfDictionary entries => new PdfDictionary(
                entries.Entries.ToDictionary(entry => entry.Key, entry => Opened(entry.Value, number, generation))
            ),
            PdfStream stream => OpenedStream(stream, number, generation),
            _ => value,
        };

    private PdfStream OpenedStream(PdfStream stream, int number, int generation)
    {
        string type = stream.Entries.NameOf("Type");
        // Cross-references are never locked; a filter called Crypt that names no cipher leaves its stream open.
        if (type is "XRef")
            return stream;
        var entries = (PdfDictionary)Opened(stream.Entries, number, generation);
        bool isOpen = (type is "Metadata" && !_locksMetadata) || IsCrypt(entries["Filter"]);
        return new(entries, isOpen ? stream.Packed : Decrypt(stream.Packed.ToArray(), _streams, number, generation));
    }

    private static bool IsCrypt(PdfValue? filter) =>
        filter is PdfName { Text: "Crypt" } or PdfArray { Items: [PdfName { Text: "Crypt" }, ..] };

    private static Method MethodOf(PdfDictionary encrypt, string use, long version, Func<PdfValue?, PdfValue?> resolve)
    {
        if (version < 4)
            return Method.Rc4;
        string name = encrypt.NameOf(use);
        if (resolve(encrypt["CF"]) is not PdfDictionary filters || resolve(filters[name]) is not PdfDictionary filter)
            return Method.None;
        return filter.NameOf("CFM") switch
        {
            "V2" => Method.Rc4,
            "AESV2" => Method.Aes,
            "AESV3" => Method.Aes256,
            _ => Method.None,
        };
    }

    private static byte[] TextOf(PdfDictionary encrypt, string name, Func<PdfValue?, PdfValue?> resolve) =>
        (resolve(encrypt[name]) as PdfString)?.Bytes ?? [];

    /// <summary>Algorithms 2, 4 and 5: the key, where the empty password is the user's; otherwise null.</summary>
    private static byte[]? KeyOf(
        PdfDictionary encrypt,
        byte[] id,
        long revision,
        bool locksMetadata,
        byte[] user,
        Func<PdfValue?, PdfValue?> resolve
    )
    {
        int length =
            revision == 2
                ? 5
                : (int)
                    Math.Clamp(
                        encrypt.NumberOf("Length") is > 0 and long bits ? bits / 8
                            : encrypt.NumberOf("V") == 4 ? 16
                            : 5,
                        5,
                        16
                    );
        byte[] rights = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(rights, unchecked((int)encrypt.NumberOf("P")));
        byte[] owner = TextOf(encrypt, "O", resolve);
        byte[] key = MD5.HashData([
            .. s_filling,
            .. owner.Take(32),
            .. rights,
            .. id,
            .. revision >= 4 && !locksMetadata ? (byte[])[255, 255, 255, 255] : [],
        ]);
        for (int i = 0; revision >= 3 && i < 50; i++)
            key = MD5.HashData(key.AsSpan(0, length));
        key = key[..length];
        byte[] proof = revision == 2 ? Rc4(key, s_filling) : Rc4(key, MD5.HashData([.. s_filling, .. id]));
        for (int i = 1; revision >= 3 && i < 20; i++)
        {
            int round = i;
            proof = Rc4([.. key.Select(b => (byte)(b ^ round))], proof);
        }
        return user.AsSpan().StartsWith(proof) ? key : null;
    }

    /// <summary>Algorithm 2.A: the key, where the empty password is the user's; otherwise null.</summary>
    private static byte[]? KeyOf256(byte[] user, byte[] sealedKey, long revision)
    {
        if (user.Length < 48 || sealedKey.Length < 32)
            return null;
        if (!Hash(user[32..40], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return null;
        using var aes = Aes.Create();
        aes.Key = Hash(user[40..48], revision);
        return aes.DecryptCbc(sealedKey.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B for an empty password.</summary>
    private static byte[] Hash(byte[] salt, long revision)
    {
        byte[] key = SHA256.HashData(salt);
        if (revision < 6)
            return key;
        using var aes = Aes.Create();
        byte[] locked = [0];
        for (int round = 0; round < 64 || locked[^1] > round - 32; round++)
        {
            aes.Key = key[..16];
            byte[] repeated = [.. Enumerable.Repeat(key, 64).SelectMany(part => part)];
            locked = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            key = (locked.AsSpan(0, 16).ToArray().Sum(b => b) % 3) switch
            {
                0 => SHA256.HashData(locked),
                1 => SHA384.HashData(locked),
                _ => SHA512.HashData(locked),
            };
        }
        return key[..32];
    }

    /// <summary>Algorithms 1 and 1.A; what is no whole number of blocks stays as it is.</summary>
    private byte[] Decrypt(byte[] data, Method method, int number, int generation)
    {
        switch (method)
        {
            case Method.Rc4:
                return Rc4(KeyFor(number, generation, isAes: false), data);
            case Method.Aes:
                return DecryptBlocks(data, KeyFor(number, generation, isAes: true));
            case Method.Aes256:
                return DecryptBlocks(data, _key);
            default:
                return data;
        }
    }

    private byte[] KeyFor(int number, int generation, bool isAes)
    {
        byte[] place = [(byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8)];
        return MD5.HashData([.. _key, .. place, .. isAes ? "sAlT"u8 : []])[..Math.Min(_key.Length + 5, 16)];
    }

    private static byte[] DecryptBlocks(byte[] data, byte[] key)
    {
        int length = (data.Length - 16) & ~15;
        if (length <= 0)
            return [];
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] plain = aes.DecryptCbc(data.AsSpan(16, length), data.AsSpan(0, 16), PaddingMode.None);
        int filling = plain[^1];
        return filling is >= 1 and <= 16 ? plain[..^filling] : plain;
    }

    private static byte[] Rc4(byte[] key, ReadOnlySpan<byte> data)
    {
        byte[] state = new byte[256],
            output = new byte[data.Length];
        for (int k = 0; k < 256; k++)
            state[k] = (byte)k;
        for (int k = 0, m = 0; k < 256; k++)
        {
            m = (m + state[k] + key[k % key.Length]) & 255;
            (state[k], state[m]) = (state[m], state[k]);
        }
        for (int k = 0, i = 0, j = 0; k < data.Length; k++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            output[k] = (byte)(data[k] ^ state[(state[i] + state[j]) & 255]);
        }
        return output;
    }
}
