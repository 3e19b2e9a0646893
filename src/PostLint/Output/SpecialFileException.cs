namespace PostLint.Output;

/// <summary>A file is none that can be read to its end, and was not opened.</summary>
/// <param name="kind">What it is: <c>a pipe (FIFO)</c>, <c>a socket</c>, <c>a device</c>.</param>
internal sealed class SpecialFileException(string kind) : IOException(kind);
