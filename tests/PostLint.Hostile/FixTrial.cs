using PostLint.Fixing;
using PostLint.Rules;

namespace PostLint.Hostile;

/// <summary>Fixes a submission as the command does, and looks whether anything but its metadata is lost.</summary>
/// <param name="folder">The submission.</param>
/// <param name="file">Its file that is looked at.</param>
/// <param name="lint">Lints it again.</param>
internal sealed class FixTrial(string folder, string file, Func<LintRun> lint)
{
    private const int MaxRounds = 5;

    /// <summary>Whether any file was changed.</summary>
    public bool HasChanged { get; private set; }

    public IEnumerable<Failure> Run(LintRun run)
    {
        byte[] before = File.ReadAllBytes(file);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        int changed = 1;
        for (int round = 0; round < MaxRounds && changed > 0; round++)
        {
            changed = Fix(run, refused);
            if (changed > 0)
                run = lint();
            HasChanged |= changed > 0;
        }
        if (!HasChanged)
            yield break;
        if (changed > 0 && Fix(run, refused) > 0)
            yield return new("fix twice", $"after {MaxRounds} rounds it still changes something");
        if (!File.Exists(file))
            yield break; // a file that a system dropped, which may be deleted
        byte[] after = File.ReadAllBytes(file);
        string was = Shape.Of(before),
            now = Shape.Of(after);
        if (was != now && !refused.Contains(file))
            yield return new("fix loses", $"was {was}, is {now}");
        string[] left = [.. Directory.EnumerateFiles(folder, ".*.tmp", SearchOption.AllDirectories)];
        if (left.Length > 0)
            yield return new("fix leaves", Path.GetFileName(left[0]));
    }

    /// <summary>How many files were changed.</summary>
    private int Fix(LintRun run, HashSet<string> refused)
    {
        int changed = 0;
        foreach (FileFix fix in run.Results.SelectMany(result => Fixer.Plan(result, takesUnsafe: false, _ => true)))
        {
            string path = Path.GetFullPath(fix.File.Path, folder);
            if (refused.Contains(path))
                continue;
            if (TryApply(fix, path))
                changed++;
            else
                refused.Add(path);
        }
        return changed;
    }

    private static bool TryApply(FileFix fix, string path)
    {
        try
        {
            if (Fixer.Refusal(fix, path) is not null)
                return false;
            Fixer.Apply(fix, path);
            return true;
        }
        catch (Exception refusal) when (refusal is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
