namespace PostLint.Facts;

/// <summary>What the name of a file tells of whoever made it.</summary>
public static class FileNames
{
    // What systems call screenshots in other languages than English: macOS, Windows, GNOME and Android in their translations.
    private static readonly (string Name, string Language)[] s_screenshots =
    [
        ("bildschirmfoto", "German"),
        ("bildschirmaufnahme", "German"),
        ("capture d’écran", "French"),
        ("capture d'écran", "French"),
        ("capture d_écran", "French"),
        ("capture d’ecran", "French"),
        ("captura de pantalla", "Spanish"),
        ("captura de ecrã", "Portuguese"),
        ("captura de tela", "Portuguese"),
        ("captura de pantalla", "Catalan"),
        ("schermata", "Italian"),
        ("istantanea", "Italian"),
        ("schermafbeelding", "Dutch"),
        ("skärmavbild", "Swedish"),
        ("skjermbilde", "Norwegian"),
        ("skærmbillede", "Danish"),
        ("näyttökuva", "Finnish"),
        ("zrzut ekranu", "Polish"),
        ("snímek obrazovky", "Czech"),
        ("ekran görüntüsü", "Turkish"),
        ("ekran resmi", "Turkish"),
        ("снимок экрана", "Russian"),
        ("знімок екрана", "Ukrainian"),
        ("képernyőfotó", "Hungarian"),
        ("captură de ecran", "Romanian"),
        ("στιγμιότυπο", "Greek"),
        ("צילום מסך", "Hebrew"),
        ("لقطة شاشة", "Arabic"),
        ("스크린샷", "Korean"),
        ("화면 캡처", "Korean"),
        ("スクリーンショット", "Japanese"),
        ("截屏", "Chinese"),
        ("屏幕截图", "Chinese"),
        ("螢幕快照", "Chinese"),
        ("截圖", "Chinese"),
        ("截图", "Chinese"),
        ("微信图片", "Chinese"),
        ("ảnh màn hình", "Vietnamese"),
        ("ภาพถ่ายหน้าจอ", "Thai"),
    ];

    /// <summary>The language of the system that named a screenshot; null for English and for all other names.</summary>
    public static string? LanguageOf(string path)
    {
        string name = Path.GetFileName(path).Replace('_', ' ').Replace('-', ' ').Normalize();
        foreach ((string screenshot, string language) in s_screenshots)
        {
            if (name.Contains(screenshot, StringComparison.OrdinalIgnoreCase))
                return language;
        }
        return null;
    }

    /// <summary>Whether a file was left by a system, and nobody can want it: what it holds is made anew.</summary>
    public static bool IsSystemDropping(string path)
    {
        string[] parts = path.Split('/');
        return parts[^1] is ".DS_Store" or "Thumbs.db" or "ehthumbs.db" or "desktop.ini"
            || parts[^1].StartsWith("._", StringComparison.Ordinal)
            || parts.Contains("__MACOSX");
    }

    /// <summary>Whether a file was left by a system, an editor or a version control, and belongs to no post.</summary>
    public static bool IsDropping(string path)
    {
        string[] parts = path.Split('/');
        string name = parts[^1];
        return name
                is ".DS_Store"
                    or "Thumbs.db"
                    or "ehthumbs.db"
                    or "desktop.ini"
                    or ".Rhistory"
                    or ".RData"
                    or ".env"
                    or ".python_history"
                    or ".bash_history"
                    or ".netrc"
            || name.StartsWith("._", StringComparison.Ordinal)
            || name.EndsWith('~')
            || name.EndsWith(".swp", StringComparison.Ordinal)
            || name.EndsWith(".swo", StringComparison.Ordinal)
            || parts.Any(part =>
                part
                    is "__MACOSX"
                        or ".git"
                        or ".svn"
                        or ".hg"
                        or ".idea"
                        or ".vscode"
                        or ".ipynb_checkpoints"
                        or "__pycache__"
                        or ".Rproj.user"
            );
    }

    /// <summary>The words of a file's name and its folders, which hyphens, digits, dots and changes of case divide.</summary>
    public static IEnumerable<string> WordsOf(string path)
    {
        int start = 0;
        for (int i = 0; i <= path.Length; i++)
        {
            bool ends = i == path.Length || !char.IsLetter(path[i]) || (i > start && char.IsUpper(path[i]) && char.IsLower(path[i - 1]));
            if (!ends)
                continue;
            if (i - start > 1)
                yield return path[start..i];
            start = i < path.Length && char.IsLetter(path[i]) ? i : i + 1;
        }
    }
}
