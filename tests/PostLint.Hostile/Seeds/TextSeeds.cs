using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>
/// Texts: posts, figures, notebooks, bibliographies; and those of fixtures/, which know more ways to write than anybody makes up.
/// </summary>
internal static class TextSeeds
{
    private static readonly string[] s_fixtures = Fixtures();

    /// <summary>A text of fixtures/, another each time.</summary>
    public static byte[] Fixture(Random random) => File.ReadAllBytes(s_fixtures[random.Next(s_fixtures.Length)]);

    public static byte[] Markdown(Random random) =>
        Utf8(
            $"""
            ---
            layout: distill
            title: A study {random.Next(99)}
            description: What we measured.
            date: 2026-04-27
            # - name: {Planted.Name}
            authors:
              - name: {Planted.Name}
                affiliations:
                  name: Quarry Institute
            ---

            ## Method

            We measured $x_{random.Next(9)}$ twice, see [the code](https://github.com/{Planted.Login}/study) and `{Planted.Folder}/run.py`.

            | a | b |
            |---|---|
            | 1 | {random.Next(99)} |

            <!-- TODO({Planted.Login}): check the numbers -->
            <d-footnote>Thanks to everybody.</d-footnote>

            ## Acknowledgements

            We thank {Planted.Name} for help.
            """
        );

    public static byte[] Html(Random random) =>
        Utf8(
            $"""
            <!DOCTYPE html>
            <html><head><title>Figure {random.Next(99)}</title><meta name="author" content="{Planted.Name}">
            <style>.a{"{"}display:none{"}"}</style></head>
            <body><div class="a">hidden &amp; gone</div><script>var path = "{Planted.Folder}/data.json";</script>
            <img src="data:image/png;base64,{Convert.ToBase64String(PngSeeds.Colours(random))}">
            <a href="mailto:{Planted.Email}">mail</a></body></html>
            """
        );

    public static byte[] Svg(Random random) =>
        Utf8(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
             width="{random.Next(1, 99)}" height="9" sodipodi:docname="{Planted.Folder}/plot.svg">
            <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:creator>{Planted.Name}</dc:creator></rdf:RDF></metadata>
            <rect width="{random.Next(9)}" height="5"/><text x="1" y="2">label {random.Next(9)}</text></svg>
            """
        );

    public static byte[] Notebook(Random random) =>
        Utf8(
            $$$"""
            {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Study {{{random.Next(99)}}}\n", "by {{{Planted.Name}}}"]},
             {"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "open('{{{Planted.Folder}}}/x')",
              "outputs": [{"output_type": "display_data", "metadata": {}, "data":
                {"image/png": "{{{Convert.ToBase64String(PngSeeds.Colours(random))}}}"}}]}],
             "metadata": {"authors": [{"name": "{{{Planted.Name}}}"}], "kernelspec":
              {"name": "python3", "display_name": "{{{Planted.Login}}}"}},
             "nbformat": 4, "nbformat_minor": 5}
            """
        );

    public static byte[] Bibliography(Random random) =>
        Utf8(
            $$$"""
            @string{q = "Quarry"}
            @article{quill{{{random.Next(99)}}}, title={A {Nested} study},
              author={Quill, Mara and Example, Ada}, journal=q # { Letters}, year=2023,
              file={{{{Planted.Folder}}}/paper.pdf}, note={ours}}
            % added by {{{Planted.Login}}}
            """
        );

    private static string[] Fixtures()
    {
        string folder = Path.Combine(Repository.Root, "fixtures");
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetExtension(file) is ".md" or ".html" or ".bib" or ".ipynb" or ".svg" && new FileInfo(file).Length < 100_000
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}
