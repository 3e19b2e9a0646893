using PostLint.Hostile;

// usage: PostLint.Hostile [--seconds N] [--mutants N] [--seed S] [--only FORMAT] [--workers N] [--keep FOLDER]   damaged files
//        PostLint.Hostile --replay INDEX [--seed S] [--only FORMAT]   one of them again, in this process
//        PostLint.Hostile --judge N [--seed S] [--only FORMAT]        fix on N whole files, judged by other programs
//        PostLint.Hostile --kill N [--seed S]                         fix killed, on a full disk, on changing files, twice at once
//        PostLint.Hostile --growth [--only FRAME] [--seconds N] [--mutants N] [--seed S]   texts of one repeated piece, all or N kinds,
//        and to which
//        power of their length they take time
Options options;
try
{
    options = Options.Parse(args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
if (options.Worker is { } worker)
    return Worker.Run(options, worker.First, worker.Step);
if (options.Replay >= 0)
    return Replay.Run(options);
if (options.Growth)
    return Growth.Run(options);
if (options.Judge > 0)
    return JudgedFix.Run(options);
if (options.Kill > 0)
    return DisturbedFix.Run(options);
return new Campaign(options).Run();
