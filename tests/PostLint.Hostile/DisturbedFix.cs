using System.Diagnostics;
using PostLint.Hostile.Judges;
using PostLint.Hostile.Seeds;
using PostLint.Rules;

namespace PostLint.Hostile;

/// <summary>
/// Disturbs the command while it fixes: kills it, fills the disk, changes files meanwhile, runs it twice at once. No file may be lost
/// or half written.
/// </summary>
internal sealed class DisturbedFix
{
    private const int Files = 24;
    private const int Told = 10; // times between two signs of progress
    private readonly Random _random;
    private readonly string _root = Scratch.Folder();
    private readonly Dictionary<string, byte[]> _before = new(StringComparer.Ordinal),
        _after = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private TimeSpan _time;

    private DisturbedFix(int seed) => _random = new(seed);

    public static int Run(Options options)
    {
        var test = new DisturbedFix(options.Seed);
        test.Prepare();
        (string Name, Func<bool> Disturb)[] ways =
        [
            ("killed", test.Killed),
            ("disk full", test.DiskFull),
            ("changed meanwhile", test.ChangedMeanwhile),
            ("two at once", test.TwoAtOnce),
        ];
        foreach ((string name, Func<bool> disturb) in ways)
        {
            int wrong = test._wrong.Count,
                done = 0,
                times = (options.Kill + ways.Length - 1) / ways.Length;
            while (done < times && disturb())
            {
                if (++done % Told == 0)
                    Console.Error.WriteLine($"{name}: {done} of {times}, wrong {test._wrong.Count - wrong}");
            }
            Console.WriteLine(
                done == 0
                    ? $"{name}: skipped, because mounting a small file system takes root"
                    : $"{name}: {done} times, {Files} files each: lost or half written {test._wrong.Count - wrong}"
            );
        }
        foreach (string wrong in test._wrong.Take(20))
            Console.WriteLine(wrong);
        Directory.Delete(test._root, recursive: true);
        return test._wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Makes the files, and what they are once they are fixed.</summary>
    private void Prepare()
    {
        Format[] formats =
        [
            .. Format.All.Where(format =>
                format.IsRewritten && format.Name is "jpeg" or "png" or "gif" or "webp" or "pdf" or "zip" or "tar"
            ),
        ];
        for (int i = 0; i < Files; i++)
        {
            Format format = formats[i % formats.Length];
            _before[$"{i:D3}.{format.Extension}"] = i % formats.Length == 1 ? PngSeeds.Large(_random) : format.Make(_random);
        }
        string site = Site("whole", _root);
        var clock = Stopwatch.StartNew();
        Tool.Fix(site);
        _time = clock.Elapsed;
        foreach (string file in _before.Keys)
            _after[file] = File.ReadAllBytes(Path.Combine(Assets(site), file));
    }

    private bool Killed()
    {
        string site = Site("killed", _root);
        using (Process fix = Tool.StartFix(site))
        {
            Thread.Sleep(_time * (0.2 + (0.8 * _random.NextDouble())));
            fix.Kill();
            fix.WaitForExit();
        }
        Check(site, "killed");
        Finish(site, "after a kill");
        return true;
    }

    private bool DiskFull()
    {
        string disk = Path.Combine(_root, "disk");
        Directory.CreateDirectory(disk);
        int size = (_before.Values.Sum(file => file.Length) / 1024) + 200 + _random.Next(250);
        if (Tool.Run("mount", _root, "-t", "tmpfs", "-o", $"size={size}k", "tmpfs", disk).Code != 0)
            return false;
        string site = Site("full", disk),
            fill = Path.Combine(disk, "fill");
        try
        {
            using FileStream rest = File.Create(fill);
            byte[] block = new byte[1024];
            while (true)
            {
                rest.Write(block);
                rest.Flush();
            }
        }
        catch (IOException)
        {
            // The disk is full, as it should be; but a little.
            using FileStream rest = File.OpenWrite(fill);
            rest.SetLength(Math.Max(0, rest.Length - (1024 * _random.Next(64))));
        }
        (_, string output) = Tool.Fix(site);
        if (output.Contains(disk, StringComparison.Ordinal))
            _wrong.Add($"disk full: a path outside is told: {output[..Math.Min(output.Length, 300)]}");
        Check(site, "disk full");
        Tool.Run("umount", _root, disk);
        return true;
    }

    /// <summary>Whoever saves a file while it is fixed keeps what they saved.</summary>
    private bool ChangedMeanwhile()
    {
        string site = Site("changed", _root),
            name = _before.Keys.ElementAt(_random.Next(Files)),
            other = _before.Keys.Last(file => file != name && Path.GetExtension(file) == Path.GetExtension(name)),
            path = Path.Combine(Assets(site), name);
        byte[] saved = _before[other];
        using (Process fix = Tool.StartFix(site))
        {
            Thread.Sleep(_time * (0.2 + (0.8 * _random.NextDouble())));
            File.WriteAllBytes(path, saved);
            fix.WaitForExit();
        }
        byte[] now = File.ReadAllBytes(path);
        // What was saved before it was read is fixed like any other.
        if (!IsSame(now, saved) && !IsSame(now, _after[other]))
            _wrong.Add($"changed meanwhile: {name}: what was saved is lost");
        File.WriteAllBytes(path, _before[name]);
        Check(site, "changed meanwhile");
        return true;
    }

    private bool TwoAtOnce()
    {
        string site = Site("two", _root);
        using Process first = Tool.StartFix(site);
        Thread.Sleep(_random.Next(150));
        using Process second = Tool.StartFix(site);
        first.WaitForExit();
        second.WaitForExit();
        Check(site, "two at once");
        Finish(site, "after two at once");
        return true;
    }

    private string Site(string name, string folder)
    {
        string site = Path.Combine(folder, name);
        if (Directory.Exists(site))
            Directory.Delete(site, recursive: true);
        Directory.CreateDirectory(Path.Combine(site, "_posts"));
        Directory.CreateDirectory(Assets(site));
        File.WriteAllText(Path.Combine(site, "_posts", "2026-04-27-hostile.md"), "---\ntitle: A study\ndate: 2026-04-27\n---\n\nText.\n");
        foreach ((string file, byte[] bytes) in _before)
            File.WriteAllBytes(Path.Combine(Assets(site), file), bytes);
        return site;
    }

    private static string Assets(string site) => Path.Combine(site, "assets", "img", "2026-04-27-hostile");

    /// <summary>Every file is whole: as it was, or fixed.</summary>
    private void Check(string site, string when)
    {
        foreach ((string file, byte[] before) in _before)
        {
            string path = Path.Combine(Assets(site), file);
            byte[] now = File.Exists(path) ? File.ReadAllBytes(path) : [];
            if (!IsSame(now, before) && !IsSame(now, _after[file]))
                _wrong.Add($"{when}: {file}: {now.Length} bytes");
        }
    }

    /// <summary>
    /// Whether contents are the same. The names of a tar's extended headers hold the number of the process that wrote it.
    /// </summary>
    private static bool IsSame(byte[] now, byte[] expected)
    {
        if (now.AsSpan().SequenceEqual(expected))
            return true;
        string shape = Shape.Of(now);
        return shape.StartsWith("tar ", StringComparison.Ordinal) && now.Length == expected.Length && shape == Shape.Of(expected);
    }

    /// <summary>The next run fixes the rest, and removes what the disturbed one left.</summary>
    private void Finish(string site, string when)
    {
        foreach (string left in Directory.EnumerateFiles(site, ".*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-5));
        Tool.Fix(site);
        Check(site, when);
        foreach (string left in Directory.EnumerateFiles(site, ".*", SearchOption.AllDirectories))
            _wrong.Add($"{when}: {Path.GetFileName(left)} is left");
    }
}
