using PostLint.Submissions;

namespace PostLint.Server;

/// <summary>The checks of one post, one at a time: a new one cancels the one that runs.</summary>
/// <param name="post">The post.</param>
/// <param name="publish">Takes what is found, and nothing where the post is gone; and by which start it was checked.</param>
/// <param name="tell">Takes what went wrong.</param>
internal sealed class PostChecks(CheckedPost post, Action<PostChecks, SubmissionResult?, int> publish, Action<string> tell)
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private string? _trouble;

    /// <summary>The post.</summary>
    public CheckedPost Post => post;

    /// <summary>The check that was asked for last.</summary>
    public Task<SubmissionResult?> Latest { get; private set; } = Task.FromResult<SubmissionResult?>(null);

    /// <summary>How often a check was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Full paths of the files that something was told of last.</summary>
    public IReadOnlyList<string> Told { get; set; } = [];

    /// <summary>Checks the post as it is now.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _running?.Cancel();
            var cancellation = new CancellationTokenSource();
            _running = cancellation;
            Task<SubmissionResult?> before = Latest;
            int start = ++Starts;
            Latest = Task.Run(() => RunAsync(before, cancellation, start));
        }
    }

    /// <summary>Ends the check that runs.</summary>
    public void Cancel()
    {
        lock (_lock)
            _running?.Cancel();
    }

    /// <summary>Ends all checks, and takes back what was told.</summary>
    public void End()
    {
        lock (_lock)
        {
            _running?.Cancel();
            Task<SubmissionResult?> before = Latest;
            int start = ++Starts;
            Latest = Task.Run(async () =>
            {
                await before.ConfigureAwait(false);
                publish(this, null, start);
                return (SubmissionResult?)null;
            });
        }
    }

    private async Task<SubmissionResult?> RunAsync(Task<SubmissionResult?> before, CancellationTokenSource cancellation, int start)
    {
        await before.ConfigureAwait(false);
        try
        {
            SubmissionResult? result = cancellation.IsCancellationRequested ? null : post.Check(cancellation.Token);
            if (cancellation.IsCancellationRequested)
                return null;
            _trouble = null;
            publish(this, result, start);
            return result;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (IOException)
        {
            return null; // the editor is gone, or the post is
        }
        catch (UserException wrong)
        {
            Tell(string.Join('\n', wrong.Errors));
            return null;
        }
#pragma warning disable CA1031 // A fault in one check is told, and ends no server.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell($"a fault of PostLint: {fault.GetType().Name}: {fault.Message}");
            return null;
        }
        finally
        {
            lock (_lock)
            {
                if (_running == cancellation)
                    _running = null;
                cancellation.Dispose();
            }
        }
    }

    /// <summary>Tells trouble once, not at each key.</summary>
    private void Tell(string trouble)
    {
        if (_trouble == trouble)
            return;
        _trouble = trouble;
        tell(trouble);
    }
}
