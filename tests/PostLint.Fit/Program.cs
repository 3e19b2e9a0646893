using PostLint.Fit;
using PostLint.Fit.Statements;

// usage: PostLint.Fit --links FOLDER --corpus FOLDER [--kept FILE] [--learned FILE] [--write REPOSITORY]
//        fits the weights of clues and prints what they are worth on data that was left out
//   or:  PostLint.Fit --sentences FOLDER --corpus FOLDER [--fixtures FOLDER] [--plain FOLDER] [--learned FILE] [--write REPOSITORY]
//        fits the weights of the clues in sentences, and writes weights-statements.txt and docs/sentences.md
//        --sentences  the folder of invented sentences: tests/PostLint.Fit/Sentences
//        --fixtures   the folder of the rules' fixtures, whose good ones tell nothing; left out, fixtures
//        --plain      a folder of Markdown files that nobody labelled, such as an open textbook: nearly all of it must tell nothing
//        --links    the folder of links.jsonl
//        --corpus   a folder with posts/ID and labels/ID.json
//        --kept     a file outside the repository that keeps what was read, so that the next run only fits
//        --learned  what “postlint decide --learn” wrote, as further rows to fit on; with --sentences, too
//        --write    writes rules/Identity/Data/weights-account.txt and docs/evidence.md of a working copy
var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
Learned[] learned = options.TryGetValue("--learned", out string? decided) ? [.. Learned.Read(decided)] : [];
if (options.TryGetValue("--sentences", out string? sentences) && options.TryGetValue("--corpus", out string? posts))
{
    var statements = new StatementStudy(
        StatementData.Read(
            sentences,
            posts,
            options.GetValueOrDefault("--fixtures", "fixtures"),
            options.GetValueOrDefault("--plain"),
            learned
        )
    );
    Console.Write(StatementPages.Report(statements));
    if (options.TryGetValue("--write", out string? copy))
    {
        string table = Path.Combine(copy, "rules", "Identity", "Data", "weights-statements.txt");
        File.WriteAllText(table, StatementPages.Table(statements));
        File.WriteAllText(Path.Combine(copy, "docs", "sentences.md"), StatementPages.Page(statements));
    }
    return 0;
}
if (
    !options.TryGetValue("--links", out string? links)
    || !File.Exists(Path.Combine(links, "links.jsonl"))
    || !options.TryGetValue("--corpus", out string? corpus)
    || !Directory.Exists(Path.Combine(corpus, "labels"))
)
{
    Console.Error.WriteLine(
        "usage: PostLint.Fit --links FOLDER --corpus FOLDER [--kept FILE] [--learned FILE] [--write REPOSITORY]: "
            + "the folder of links.jsonl, and that of posts and labels"
    );
    return 2;
}
var study = new Study(Data.Read(links, corpus, options.GetValueOrDefault("--kept")), Learned.Cases(learned));
Console.Write(new Report(study).Text());
if (!options.TryGetValue("--write", out string? repository))
    return 0;
var pages = new Pages(study);
File.WriteAllText(Path.Combine(repository, "rules", "Identity", "Data", "weights-account.txt"), pages.Table());
File.WriteAllText(Path.Combine(repository, "docs", "evidence.md"), pages.Page());
return 0;
