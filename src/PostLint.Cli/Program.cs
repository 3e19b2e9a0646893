using PostLint.Cli;

return CommandLine.Run(args, Host.OfProcess());
