namespace PostLint.Assets.Pdf;

/// <summary>
/// A PDF as its cross-references tell it: the objects of today, and of every earlier save that is still in the file. Own reading, because
/// the same model has to show
/// earlier revisions and to be written anew without them, which no library does.
/// </summary>
internal sealed class PdfFile
{
    private const int MaxSections = 500;
    private const int MaxObjects = 400_000;
    private const int MaxPlaces = 1_000_000;
    private const int MaxUnpackedStreams = 200;
    private const int MaxNested = 20;

    // Deflate packs a run of one byte to one in 1,032 at best.
    private const long DeflatedAtMost = 1032;
    private const int MaxUnpacked = 64 << 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PdfBudget _budget;
    private readonly List<Section> _sections = [];
    private readonly Dictionary<(int Number, long Place), PdfValue?> _read = [];
    private readonly Dictionary<long, (byte[] Plain, int[] Offsets)> _streams = [];
    private readonly HashSet<long> _reading = [];
    private PdfCipher? _cipher;
    private int _lockNumber = -1;

    /// <summary>
    /// The references that one save wrote, and its trailer. A place below zero is that of an object in a stream of objects.
    /// </summary>
    private sealed record Section(PdfDictionary Trailer, Dictionary<int, Place> Places);

    /// <summary>Where an object stands: at an offset, or as one of many in a stream.</summary>
    private readonly record struct Place(long Offset, int Stream = 0, int Index = 0);

    private PdfFile(ReadOnlyMemory<byte> bytes) => (_bytes, _budget) = (bytes, new(bytes.Length));

    /// <summary>How many saves are in the file, the newest first; a file for the web may have two for one.</summary>
    public int Revisions => _sections.Count;

    /// <summary>The trailer of today.</summary>
    public PdfDictionary Trailer => _sections[0].Trailer;

    /// <summary>
    /// Why its strings and streams cannot be read; null where they can, which files that are locked without a password are.
    /// </summary>
    public string? Lock { get; private set; }

    /// <summary>Whether the cross-references were broken and had to be found anew.</summary>
    public bool IsRebuilt { get; private set; }

    /// <summary>Whether reading it cost more than it may, so that not all of it was read.</summary>
    public bool IsCut => _budget.IsSpent;

    /// <summary>How many bytes reading it took so far, each as often as it was read.</summary>
    public long Cost => _budget.Spent;

    /// <summary>The numbers of today's objects, in order.</summary>
    public IEnumerable<int> Numbers => _sections.SelectMany(section => section.Places.Keys).Distinct().Order();

    /// <summary>Reads the cross-references; broken ones are found anew.</summary>
    /// <exception cref="InvalidDataException">There are no objects in it.</exception>
    public static PdfFile Read(ReadOnlyMemory<byte> bytes)
    {
        var file = new PdfFile(bytes);
        try
        {
            file.ReadSections();
            file.Unlock();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            file._sections.Clear();
        }
        if (file._sections.Count == 0 || file.Resolve(file.Trailer["Root"]) is not PdfDictionary)
            file.Rebuild();
        return file;
    }

    /// <summary>Finds the cipher of a locked document; what was read before it was known is read anew.</summary>
    private void Unlock()
    {
        if (_sections.Count == 0 || Trailer["Encrypt"] is not { } encrypt)
            return;
        _lockNumber = encrypt is PdfReference reference ? reference.Number : -1;
        byte[] id = Resolve(Trailer["ID"]) is PdfArray { Items: [var first, ..] } && Resolve(first) is PdfString text ? text.Bytes : [];
        string reason = "its encryption is broken";
        _cipher = Resolve(encrypt) is PdfDictionary dictionary ? PdfCipher.Open(dictionary, id, value => Resolve(value), out reason) : null;
        Lock = _cipher is null ? reason : null;
        _read.Clear();
        _streams.Clear();
    }

    /// <summary>
    /// The objects that a later save replaced: the save that wrote them, 1 for the one before today's, and their numbers.
    /// </summary>
    public IEnumerable<(int Revision, int Number)> Replaced()
    {
        var newer = new HashSet<int>();
        for (int revision = 0; revision < _sections.Count; revision++)
        {
            foreach (int number in _sections[revision].Places.Keys)
            {
                if (!newer.Add(number))
                    yield return (revision, number);
            }
        }
    }

    /// <summary>Whether today's references tell of an object, whether or not it can be read.</summary>
    public bool Has(int number) => _sections.Exists(section => section.Places.ContainsKey(number));

    /// <summary>The trailer of a revision, 0 for today's.</summary>
    public PdfDictionary TrailerOf(int revision) => _sections[revision].Trailer;

    /// <summary>What a value stands for: the object where it is a reference.</summary>
    /// <param name="value">The value.</param>
    /// <param name="revision">As of which save, 0 for today's.</param>
    public PdfValue? Resolve(PdfValue? value, int revision = 0)
    {
        for (int i = 0; i < 8 && value is PdfReference reference; i++)
            value = ObjectOf(reference.Number, revision);
        return value is PdfReference ? null : value;
    }

    /// <summary>An object by its number; null where there is none, or it is broken.</summary>
    public PdfValue? ObjectOf(int number, int revision = 0)
    {
        for (int i = revision; i < _sections.Count; i++)
        {
            if (_sections[i].Places.TryGetValue(number, out Place place))
                return ReadAt(number, place);
        }
        return null;
    }

    /// <summary>The unpacked bytes of a stream; null where they cannot be had, or are a picture.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">The most that is unpacked, in bytes.</param>
    public byte[]? Unpack(PdfStream stream, int limit = MaxUnpacked) =>
        UnpackAny(stream, limit) is { Picture: "" } plain ? plain.Bytes : null;

    /// <summary>The bytes of a picture that is packed as JPEG or JPEG 2000, and which of them; null for others.</summary>
    public byte[]? UnpackPicture(PdfStream stream) => UnpackAny(stream, MaxUnpacked) is { Picture: not "" } picture ? picture.Bytes : null;

    private (byte[] Bytes, string Picture)? UnpackAny(PdfStream stream, int limit)
    {
        try
        {
            _budget.Check();
            (byte[] Bytes, string Picture) unpacked = PdfFilters.Unpack(stream, value => Resolve(value), limit);
            _budget.Unpacked(unpacked.Bytes.Length);
            return unpacked;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException)
        {
            // How far it came is not known: it may have been to the limit.
            _budget.Unpacked(Math.Min(limit, stream.Packed.Length * DeflatedAtMost), isReadLater: false);
            return null;
        }
    }

    private PdfValue? ReadAt(int number, Place place)
    {
        long key = place.Stream > 0 ? -(((long)place.Stream << 20) + place.Index + 1) : place.Offset;
        if (_read.TryGetValue((number, key), out PdfValue? known))
            return known;
        if (_budget.IsSpent || _reading.Count >= MaxNested || !_reading.Add(key))
            return null;
        PdfValue? value = null;
        try
        {
            value = place.Stream > 0 ? ReadPacked(place) : ReadPlain(number, place.Offset);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            // One broken object costs itself.
        }
        _reading.Remove(key);
        return _read[(number, key)] = value;
    }

    private PdfValue? ReadPlain(int number, long offset)
    {
        if (offset <= 0 || offset >= _bytes.Length)
            return null;
        var lexer = new PdfLexer(_bytes, _budget, LengthOf) { At = (int)offset };
        return lexer.ReadIndirect() is { } read && read.Number == number ? Opened(read, lexer.Generation) : null;
    }

    /// <summary>An object of the file with its strings and stream opened; the dictionary of the lock itself is not locked.</summary>
    private PdfValue Opened((int Number, PdfValue Value) read, int generation)
    {
        if (_cipher is null || read.Number == _lockNumber)
            return read.Value;
        _budget.Spend(read.Value is PdfStream stream ? stream.Packed.Length : 0);
        return _cipher.Opened(read.Value, read.Number, generation);
    }

    private long LengthOf(int number) => ObjectOf(number) is PdfWord word ? word.Number : -1;

    private PdfValue? ReadPacked(Place place)
    {
        if (!_streams.TryGetValue(place.Stream, out (byte[] Plain, int[] Offsets) packed))
        {
            if (_streams.Count >= MaxUnpackedStreams)
                _streams.Clear();
            _streams[place.Stream] = packed = UnpackObjects(place.Stream);
        }
        if (place.Index >= packed.Offsets.Length)
            return null;
        return new PdfLexer(packed.Plain, _budget) { At = Math.Min(packed.Offsets[place.Index], packed.Plain.Length) }.ReadValue();
    }

    /// <summary>A stream of objects: pairs of number and offset, then the objects.</summary>
    private (byte[], int[]) UnpackObjects(int number)
    {
        if (ObjectOf(number) is not PdfStream stream || stream.Entries.NameOf("Type") is not "ObjStm" || Unpack(stream) is not { } plain)
            return ([], []);
        var lexer = new PdfLexer(plain, _budget);
        long count = Math.Min(stream.Entries.NumberOf("N"), MaxObjects),
            first = Math.Clamp(stream.Entries.NumberOf("First"), 0, plain.Length);
        var offsets = new List<int>();
        for (int i = 0; i < count && lexer.ReadNumber() is not null && lexer.ReadNumber() is { } offset; i++)
            offsets.Add((int)Math.Min(first + offset, plain.Length));
        return (plain, [.. offsets]);
    }

    private void ReadSections()
    {
        ReadOnlySpan<byte> data = _bytes.Span;
        int start = data.LastIndexOf("startxref"u8);
        if (start < 0)
            throw new InvalidDataException("");
        long? next = new PdfLexer(_bytes, _budget) { At = start + 9 }.ReadNumber();
        var seen = new HashSet<long>();
        while (
            next is { } at
            && at > 0
            && at < data.Length
            && seen.Add(at)
            && _sections.Count < MaxSections
            && _sections.Sum(section => section.Places.Count) < MaxPlaces
        )
        {
            Section section = ReadSection((int)at);
            _sections.Add(section);
            // Files that also serve old readers keep the newer half of a section in a stream.
            if (section.Trailer["XRefStm"] is PdfWord hybrid && hybrid.Number > 0 && hybrid.Number < data.Length && seen.Add(hybrid.Number))
            {
                foreach ((int number, Place place) in ReadSection((int)hybrid.Number).Places)
                    section.Places.TryAdd(number, place);
            }
            next = section.Trailer["Prev"] is PdfWord previous ? previous.Number : null;
        }
    }

    private Section ReadSection(int at)
    {
        var lexer = new PdfLexer(_bytes, _budget, LengthOf) { At = at };
        return lexer.TryKeyword("xref"u8) ? ReadTable(lexer) : ReadTableStream(lexer);
    }

    private static Section ReadTable(PdfLexer lexer)
    {
        var places = new Dictionary<int, Place>();
        while (!lexer.TryKeyword("trailer"u8))
        {
            if (lexer.ReadNumber() is not { } first || lexer.ReadNumber() is not { } count || first + count > MaxObjects)
                throw new InvalidDataException("");
            for (int i = 0; i < count; i++)
            {
                if (lexer.ReadNumber() is not { } offset || lexer.ReadNumber() is null)
                    throw new InvalidDataException("");
                if (lexer.TryKeyword("n"u8))
                    places[(int)first + i] = new(offset);
                else if (!lexer.TryKeyword("f"u8))
                    throw new InvalidDataException("");
            }
        }
        return lexer.ReadValue() is PdfDictionary trailer ? new(trailer, places) : throw new InvalidDataException("");
    }

    private static Section ReadTableStream(PdfLexer lexer)
    {
        if (
            lexer.ReadIndirect()?.Value is not PdfStream stream
            || stream.Entries.NameOf("Type") is not "XRef"
            || stream.Entries["W"] is not PdfArray widths
            || widths.Items.Count < 3
        )
            throw new InvalidDataException("");
        byte[] table = PdfFilters.Unpack(stream, value => value).Bytes;
        int[] width = [.. widths.Items.Take(3).Select(item => item is PdfWord word ? (int)Math.Clamp(word.Number, 0, 8) : 0)];
        List<PdfValue> index = stream.Entries["Index"] is PdfArray given
            ? given.Items
            : [new PdfWord("0"), stream.Entries["Size"] ?? new PdfWord("0")];
        var places = new Dictionary<int, Place>();
        int at = 0,
            row = width.Sum();
        for (int i = 0; i + 1 < index.Count && row > 0; i += 2)
        {
            long first = (index[i] as PdfWord)?.Number ?? 0,
                count = (index[i + 1] as PdfWord)?.Number ?? 0;
            for (long number = first; number < first + count && at + row <= table.Length && number < MaxObjects; number++, at += row)
            {
                long kind = width[0] == 0 ? 1 : Number(table.AsSpan(at, width[0])),
                    second = Number(table.AsSpan(at + width[0], width[1])),
                    third = Number(table.AsSpan(at + width[0] + width[1], width[2]));
                if (kind == 1)
                    places[(int)number] = new(second);
                else if (kind == 2 && second < MaxObjects)
                    places[(int)number] = new(0, (int)second, (int)Math.Min(third, MaxObjects));
            }
        }
        return new(stream.Entries, places);
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte b in bytes)
            value = (value << 8) | b;
        return value;
    }

    /// <summary>Finds objects by the words “obj” in the file, of those with the same number the last.</summary>
    private void Rebuild()
    {
        IsRebuilt = true;
        _sections.Clear();
        _read.Clear();
        _streams.Clear();
        var places = new Dictionary<int, Place>();
        var trailer = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        foreach ((int number, int offset) in FindObjects())
            places[number] = new(offset);
        _sections.Add(new(new(trailer), places));
        foreach (int number in places.Keys.ToArray())
        {
            switch (ObjectOf(number))
            {
                case PdfDictionary catalog when catalog.NameOf("Type") is "Catalog":
                    trailer["Root"] = new PdfReference(number);
                    break;
                case PdfStream { Entries: var entries } when entries.NameOf("Type") is "ObjStm":
                    (_, int[] offsets) = UnpackObjects(number);
                    AddPacked(number, offsets.Length, places);
                    break;
            }
        }
        ReadOnlySpan<byte> data = _bytes.Span;
        for (int at = data.IndexOf("trailer"u8); at >= 0 && !_budget.IsSpent; )
        {
            var lexer = new PdfLexer(_bytes, _budget) { At = at + 7 };
            try
            {
                if (lexer.ReadValue() is PdfDictionary found)
                {
                    foreach ((string name, PdfValue value) in found.Entries)
                        trailer[name] = value;
                }
            }
            catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
            {
                // Another trailer may be whole.
            }
            _budget.Spend(lexer.At - at);
            int next = data[(at + 7)..].IndexOf("trailer"u8);
            at = next < 0 ? -1 : at + 7 + next;
        }
        if (places.Count == 0)
            throw new InvalidDataException("there are no objects in it");
        Unlock();
    }

    private void AddPacked(int stream, int count, Dictionary<int, Place> places)
    {
        byte[] plain = _streams.TryGetValue(stream, out (byte[] Plain, int[] Offsets) packed) ? packed.Plain : UnpackObjects(stream).Item1;
        var lexer = new PdfLexer(plain, _budget);
        for (int i = 0; i < count && lexer.ReadNumber() is { } number && lexer.ReadNumber() is not null; i++)
        {
            if (number < MaxObjects)
                places.TryAdd((int)number, new(0, stream, i));
        }
    }

    /// <summary>Every <c>N G obj</c> in the file, also those that no reference leads to any more.</summary>
    public IEnumerable<(int Number, int Offset)> FindObjects()
    {
        int found = 0;
        for (int at = NextWord(0); at >= 0 && found < MaxObjects; at = NextWord(at + 3))
        {
            if (StartOf(at) is not { } start)
                continue;
            found++;
            yield return start;
        }
    }

    private int NextWord(int from)
    {
        int next = from >= _bytes.Length ? -1 : _bytes.Span[from..].IndexOf("obj"u8);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>Walks back over generation and number.</summary>
    private (int, int)? StartOf(int at)
    {
        ReadOnlySpan<byte> data = _bytes.Span;
        int i = at - 1;
        if (!Back(data, ref i, isDigit: false) || !Back(data, ref i, isDigit: true) || !Back(data, ref i, isDigit: false))
            return null;
        int end = i;
        if (!Back(data, ref i, isDigit: true) || end - i > 9)
            return null;
        int number = int.Parse(data[(i + 1)..(end + 1)], System.Globalization.CultureInfo.InvariantCulture);
        return number < MaxObjects ? (number, i + 1) : null;
    }

    /// <summary>The object that stands at an offset; null where none does, or it is broken.</summary>
    public PdfValue? ObjectAt(int offset)
    {
        try
        {
            var lexer = new PdfLexer(_bytes, _budget, LengthOf) { At = offset };
            return lexer.ReadIndirect() is { } read ? Opened(read, lexer.Generation) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static bool Back(ReadOnlySpan<byte> data, ref int i, bool isDigit)
    {
        int start = i;
        while (i >= 0 && (isDigit ? char.IsAsciiDigit((char)data[i]) : data[i] is 9 or 10 or 13 or 32))
            i--;
        return i < start;
    }
}
