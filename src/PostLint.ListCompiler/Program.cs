using PostLint.Facts;

// usage: PostLint.ListCompiler FOLDER LIST...
// Makes two tables of the lists that are given by their files, as resources of PostLint.Rules, in FOLDER:
//   phrases.bin      of phrases-*.txt, in the order of their paths, and of clues-account.txt
//   statements.bin   of weights-statements.txt
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: PostLint.ListCompiler FOLDER LIST...");
    return 2;
}
try
{
    string[] lists = [.. args[1..].Order(StringComparer.Ordinal)];
    WritePhrases(lists, Path.Combine(args[0], "phrases.bin"));
    using FileStream statements = File.Create(Path.Combine(args[0], "statements.bin"));
    StatementTable.Write(Text(lists, "weights-statements.txt"), statements);
    return 0;
}
catch (FormatException wrong)
{
    // The form in which builds recognize an error.
    Console.Error.WriteLine($"PostLint.ListCompiler : error LIST : {wrong.Message}");
    return 1;
}

static void WritePhrases(string[] lists, string path)
{
    var lexicon = new Lexicon();
    PhraseListReader phrases = new(lexicon),
        clues = new(lexicon);
    foreach (string list in lists.Where(list => Path.GetFileName(list).StartsWith("phrases-", StringComparison.Ordinal)))
        phrases.Read(Path.GetFileName(list), File.ReadAllText(list));
    clues.Read("clues-account.txt", Text(lists, "clues-account.txt"));
    using FileStream stream = File.Create(path);
    var tables = new TableWriter(stream);
    lexicon.Write(tables);
    PhraseTable.Write(phrases.Lines, tables);
    PhraseTable.Write(clues.Lines, tables);
}

static string Text(string[] lists, string name) => File.ReadAllText(lists.Single(list => Path.GetFileName(list) == name));
