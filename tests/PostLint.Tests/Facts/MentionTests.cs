using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Tests.Facts;

public class MentionTests
{
    private const string Address = "https://github.com/mara-quill/drift";

    [Theory]
    [InlineData("See [our scripts](@).", MentionKind.Sentence, "[our scripts](@)")]
    [InlineData("See <a href=\"@\">it</a>.", MentionKind.Sentence, "<a href=\"@\">it</a>")]
    [InlineData("We share [the scripts][s] here.\n\n[s]: @", MentionKind.Reference, "[the scripts][s]")]
    [InlineData("We share [scripts] here.\n\n[scripts]: <@> 'x'", MentionKind.Reference, "[scripts]")]
    [InlineData("Scripts are online.[^a]\n\n[^a]: <@>", MentionKind.Footnote, "[^a]")]
    [InlineData("Scripts are online<d-footnote>@</d-footnote> today.", MentionKind.Footnote, "<d-footnote>@</d-footnote>")]
    [InlineData("Scripts<sup>2</sup> are online.\n\n<sup>2</sup> @", MentionKind.Footnote, "<sup>2</sup>")]
    [InlineData("Scripts[*](#n) are online.\n\n<p id=\"n\">See @</p>", MentionKind.Reference, "[*](#n)")]
    [InlineData("| a | b |\n|---|---|\n| Scripts | @ |", MentionKind.Row, "Scripts")]
    [InlineData("| x | Scripts |\n|---|---|\n| y | @ |", MentionKind.Column, "Scripts")]
    [InlineData("<table><tr><td>Scripts</td><td><a href=\"@\">x</a></td></tr></table>", MentionKind.Row, "Scripts")]
    [InlineData("## Scripts\n\n<@>", MentionKind.Heading, "Scripts")]
    [InlineData("## Scripts\n\n- [one](https://example.org/1)\n- [two](@)", MentionKind.Heading, "Scripts")]
    [InlineData("**Scripts.** They lie [here](@).", MentionKind.Heading, "Scripts.")]
    [InlineData("It is all online:\n\n* [scripts](@)", MentionKind.LeadIn, "It is all online:")]
    [InlineData("Long before. Fetch the scripts first.\n\n```\ngit clone @\n```", MentionKind.LeadIn, "Fetch the scripts first.")]
    [InlineData("<figure><iframe src=\"@\"></iframe><figcaption>Scripts.</figcaption></figure>", MentionKind.Caption, "Scripts.")]
    [InlineData("<a href=\"@\"><img src=\"b.svg\" alt=\"scripts\"></a>", MentionKind.Caption, "scripts")]
    public void A_link_is_mentioned_from_where_a_reader_joins_it(string text, MentionKind via, string place) =>
        Of(text)
            .Select(mention => (mention.Via, Filled(text).Substring(mention.Place.Start, mention.Place.Length)))
            .Should()
            .Contain((via, Filled(place)));

    [Theory]
    [InlineData("## Scripts\n\nThe first step of the method takes longer than all others, see @ and what it says.")]
    [InlineData("It is all online.\n\nThe first step takes longer than the others, see @ there.")]
    [InlineData("Scripts[^a] run.\n\n[^a]: The first step of the method takes longer than all others, as @ says.")]
    [InlineData("[s]: @")]
    [InlineData("Scripts are good.\n\n![x](@)")]
    public void What_says_something_of_its_own_is_mentioned_where_it_stands(string text) =>
        Of(text).Should().ContainSingle().Which.Via.Should().Be(MentionKind.Sentence);

    [Fact]
    public void A_sentence_that_begins_with_the_words_of_a_link_is_the_links_own()
    {
        const string Text = "Before. <a href=\"@\">Our scripts</a> are here. After.";
        Phrase claim = Given.Facts<Phrase>(Filled(Text)).First(phrase => phrase.Kind is "ownership");
        Of(Text).Should().ContainSingle().Which.Place.Sentence.Should().Be(claim.Place.Sentence);
    }

    [Theory]
    [InlineData("docker pull mara-quill/drift:1.2", "hub.docker.com", "mara-quill", "drift")]
    [InlineData("docker run --rm -v $PWD/a:/b -it mara-quill/drift", "hub.docker.com", "mara-quill", "drift")]
    [InlineData("docker run \\\n  --gpus all \\\n  ghcr.io/mara-quill/drift:latest python a.py", "ghcr.io", "mara-quill", "drift")]
    [InlineData("x = load_dataset(\"mara-quill/drift\", split='train')", "huggingface.co", "mara-quill", "drift")]
    [InlineData("AutoModel.from_pretrained('mara-quill/drift')", "huggingface.co", "mara-quill", "drift")]
    [InlineData("hf_hub_download(repo_id=\"mara-quill/drift\", filename='a')", "huggingface.co", "mara-quill", "drift")]
    [InlineData("torch.hub.load('mara-quill/drift:main', 'net')", "github.com", "mara-quill", "drift")]
    [InlineData("gh repo clone mara-quill/drift", "github.com", "mara-quill", "drift")]
    [InlineData("pip install git+https://github.com/mara-quill/drift.git", "github.com", "mara-quill", "drift")]
    [InlineData("wandb.Api().run(\"mara-quill/drift/1a2b\")", "wandb.ai", "mara-quill", "drift")]
    [InlineData("gdown --id 1aBcDeFgHiJkLmNoPqRsTuVwXyZ01", "drive.google.com", "", "1aBcDeFgHiJkLmNoPqRsTuVwXyZ01")]
    public void Commands_and_calls_name_accounts(string code, string host, string account, string project)
    {
        WebLink link = Given.Facts<WebLink>($"```\n{code}\n```").Should().ContainSingle().Which;
        (link.Host, link.Account.Text, link.Project.Text).Should().Be((host, account, project));
    }

    [Theory]
    [InlineData("docker run -v data/in:/data ubuntu:22.04 ls")]
    [InlineData("docker pull ubuntu")]
    [InlineData("AutoModel.from_pretrained('outputs/final')")]
    [InlineData("AutoModel.from_pretrained('./run/1')")]
    [InlineData("load_dataset('imdb')")]
    public void Images_of_everybody_and_folders_name_none(string code) => Given.Facts<WebLink>($"```\n{code}\n```").Should().BeEmpty();

    [Theory]
    [InlineData("> [!TIP]\n> Ours.", false)]
    [InlineData("> **Try it.** Ours.", false)]
    [InlineData("> **What we did**: ours.", false)]
    [InlineData("> Note: ours.", false)]
    [InlineData("> 💡 Ours.", false)]
    [InlineData("> Ours.\n{: .block-warning }", false)]
    [InlineData("> Theirs.", true)]
    [InlineData("> **Orin Vale:** theirs.", true)]
    [InlineData("> **Reviewer 2:** theirs.", true)]
    [InlineData("> **Note.** Theirs.\n>\n> — Orin Vale", true)]
    public void Boxes_are_told_from_quotations(string text, bool isQuotation) =>
        Given.Document(text).Tree.Root.DescendantsAndSelf().Any(node => node.Kind is NodeKind.Quote).Should().Be(isQuotation);

    [Fact]
    public void Many_uses_of_one_definition_cost_no_square()
    {
        string text = string.Concat(Enumerable.Repeat("[x][s] ", 2_000)) + $"\n\n[s]: {Address}";
        Of(text).Should().HaveCountLessThan(20);
    }

    [Theory]
    [InlineData("https://github.com/mara-quill/a", "https://mara-quill.github.io/b", true)]
    [InlineData("https://raw.githubusercontent.com/mara-quill/a/x.png", "https://gist.github.com/Mara-Quill/1a", true)]
    [InlineData("https://github.com/mara-quill/a", "https://gitlab.com/mara-quill/a", false)]
    [InlineData("https://github.com/mara-quill/a", "https://huggingface.co/mara-quill/a", false)]
    public void Accounts_are_told_apart_by_service(string left, string right, bool same)
    {
        IReadOnlyList<WebLink> links = Given.Facts<WebLink>($"{left} {right}");
        (links[0].AccountKey == links[1].AccountKey).Should().Be(same);
    }

    private static IEnumerable<Mention> Of(string text) =>
        Given.Facts<Mention>(Filled(text)).Where(mention => mention.Link.Address.Text == Address);

    private static string Filled(string text) => text.Replace("@", Address, StringComparison.Ordinal);
}
