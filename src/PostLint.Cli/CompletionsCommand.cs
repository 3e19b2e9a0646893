using System.CommandLine;

namespace PostLint.Cli;

/// <summary><c>postlint completions SHELL</c>: a script that completes commands, options and rule ids.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        _postlint() {
          local words
          words="$(postlint "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
          COMPREPLY=($(compgen -W "${words}" -- "${COMP_WORDS[COMP_CWORD]}"))
          [ ${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o filenames -F _postlint postlint
        """;

    private const string Zsh = """
        #compdef postlint
        _postlint() {
          local -a words
          words=("${(@f)$(postlint "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a words
          _files
        }
        compdef _postlint postlint
        """;

    private const string Fish = """
        complete -c postlint -a '(postlint "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName postlint -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          postlint "[suggest:$cursorPosition]" "$commandAst" 2>$null |
            Where-Object { $_ -like "$wordToComplete*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(Host host)
    {
        Argument<string> shell = new Argument<string>("shell") { HelpName = "shell", Description = "bash, zsh, fish or powershell" }.Among(
            "bash",
            "zsh",
            "fish",
            "powershell"
        );
        var command = new Command("completions", "Print a script for shell completion") { shell };
        command.SetAction(parsed =>
        {
            using StreamWriter output = host.OpenText();
            output.WriteLine(
                parsed.GetValue(shell) switch
                {
                    "zsh" => Zsh,
                    "fish" => Fish,
                    "powershell" => PowerShell,
                    _ => Bash,
                }
            );
            return ExitCode.Clean;
        });
        return command;
    }
}
