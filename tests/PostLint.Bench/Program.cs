using PostLint.Bench;

// usage: PostLint.Bench [FOLDER]                      speed over the posts in a folder, or over posts made up here
//        PostLint.Bench --startup COMMAND... -- COMMAND...   start-up of two commands, side by side
//        PostLint.Bench --compare POSTLINT [OPTIONS]  the native command beside rumdl, Markdig and ExifTool; without more, its options
//        PostLint.Bench --heavy FOLDER MEGABYTES [SEED]  made-up submissions with so much beside their posts
// PostLint.Bench --template-lines FILE...     hashes of the lines of templates and sample posts, for rules/Template/Data/template-lines.txt
//        PostLint.Bench --languages FOLDER           languages told rightly, over FOLDER/<code>/*.txt with passages between blank lines
//        PostLint.Bench --declaration FOLDER [MISSES]   how often texts in 500 languages are found not to be English, over
// FOLDER/<code>.html
// PostLint.Bench --side-by-side FOLDER        what ExifTool shows in the files of a folder and PostLint does not tell, and the time of both
//        PostLint.Bench --share FOLDER               each extractor's share of the lint's time, over the posts in a folder
// PostLint.Bench --engine [FOLDER]            both engines alone, over more and more facts, and over the posts in a folder, or over posts
// made up here
// PostLint.Bench --parity FOLDER...           whether both engines say the same, of random rules and of all submissions in some folders
// PostLint.Bench --packs [FOLDER]             what a hundred rules written as data cost, over the posts in a folder, or over posts made up
// here
// PostLint.Bench --season FOLDER COUNT [SEED] [--no-assets]   a made-up season of submissions with planted leaks and traps, its roster and
// the truth
//        PostLint.Bench --judge FOLDER RUN           what a triage found of what was planted in a season
// PostLint.Bench --masked FOLDER...           each text that masked reports hide, over the submissions in some folders, for a reader to
// judge
if (args is ["--masked", .. string[] folders])
    return MaskedTexts.Print(folders);
if (args is ["--season", string season, string count, .. string[] more])
    return Season.Write(
        season,
        int.Parse(count),
        more.Select(text => int.TryParse(text, out int seed) ? seed : 0).FirstOrDefault(seed => seed > 0),
        !more.Contains("--no-assets")
    );
if (args is ["--judge", string truth, string run])
    return Season.Judge(truth, run);
if (args is ["--engine", .. string[] measuredPosts])
    return Engines.Print(measuredPosts.Length > 0 ? Posts.In(measuredPosts[0]) : Posts.MadeUp(40));
if (args is ["--parity", .. string[] compared])
    return Parity.Print(compared);
if (args is ["--packs", .. string[] linted])
    return PackCost.Print(linted.Length > 0 ? Posts.In(linted[0]) : Posts.MadeUp(40));
if (args is ["--share", string measured])
    return Share.Print(Posts.In(measured));
if (args is ["--side-by-side", string assets])
    return SideBySide.Print(assets);
if (args is ["--template-lines", .. string[] templates])
    return TemplateList.Print(templates);
if (args is ["--compare", .. string[] compare])
    return Compare.Print(compare);
if (args is ["--heavy", string heavy, string megabytes, .. string[] seed])
{
    HeavySubmissions.Write(heavy, int.Parse(megabytes), seed.Length > 0 ? int.Parse(seed[0]) : 1);
    return 0;
}
if (args is ["--startup", .. string[] commands])
    return Startup.Print(commands);
if (args is ["--declaration", string declaration, .. string[] misses])
    return Declaration.Print(declaration, misses.FirstOrDefault());
if (args is ["--languages", string texts])
    return Languages.Print(texts);
return Throughput.Print(args.Length > 0 ? Posts.In(args[0]) : Posts.MadeUp(40));
