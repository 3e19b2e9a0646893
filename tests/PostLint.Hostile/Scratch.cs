using System.Runtime.InteropServices;

namespace PostLint.Hostile;

/// <summary>
/// Folders for what is written and read thousands of times: all below one, which the process that a person started removes at its end,
/// whatever became of those that it started.
/// </summary>
internal static class Scratch
{
    private const string Variable = "POSTLINT_HOSTILE_FOLDER"; // tells the processes that this one starts
    private static readonly Lazy<string> s_root = new(Root);
    private static PosixSignalRegistration? s_interrupt; // holds while the process lives

    /// <summary>A new folder. Not in memory below /dev, where fix writes nothing.</summary>
    public static string Folder() => Directory.CreateDirectory(Path.Combine(s_root.Value, Guid.NewGuid().ToString("N"))).FullName;

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        string root = Directory.CreateTempSubdirectory("postlint-hostile-").FullName;
        Environment.SetEnvironmentVariable(Variable, root);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root);
        // Otherwise Ctrl-C ends the process at once.
        s_interrupt ??= PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            Environment.Exit(130);
        });
        return root;
    }

    private static void Remove(string root)
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // A process that is still being killed writes into it.
        }
    }
}
