using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class IdentifierTests
{
    [Theory]
    [InlineData("saved to /home/ada.example/data", IdentifierKind.HomePath, "ada.example")]
    [InlineData("file = {Full:/Users/ada/Zotero/a.pdf:application/pdf}", IdentifierKind.HomePath, "ada")]
    [InlineData(@"C\:\\Users\\ada\\Zotero", IdentifierKind.HomePath, "ada")]
    [InlineData(@"C:\Users\Ada E\x", IdentifierKind.HomePath, "Ada")]
    [InlineData("file:///home/ada/a.png", IdentifierKind.HomePath, "ada")]
    [InlineData("/scratch/users/adaex/run1", IdentifierKind.ClusterPath, "adaex")]
    [InlineData("OneDrive - University of Examplia/a.pdf", IdentifierKind.SyncedFolder, "University of Examplia")]
    [InlineData("(base) ada@node7.examplia.edu:~/post$ ls", IdentifierKind.ShellPrompt, "ada@node7.examplia.edu")]
    [InlineData("wandb: Currently logged in as: ada-example", IdentifierKind.LoginLine, "ada-example")]
    [InlineData("model.push_to_hub(\"ada-example/model\")", IdentifierKind.HubAccount, "ada-example")]
    [InlineData("git clone git@github.com:ada-example/post.git", IdentifierKind.GitRemote, "ada-example")]
    [InlineData("Copyright (c) 2024 Ada Example", IdentifierKind.Copyright, "Ada Example")]
    [InlineData("Signed-off-by: Ada Example <x>", IdentifierKind.CodeAuthor, "Ada Example")]
    [InlineData("https://orcid.org/0000-0002-1825-0097", IdentifierKind.Orcid, "0000-0002-1825-0097")]
    [InlineData("Phone: +41 44 123 45 67", IdentifierKind.Phone, "+41 44 123 45 67")]
    [InlineData("ga('create', 'UA-1234567-1')", IdentifierKind.AnalyticsId, "UA-1234567-1")]
    public void Traces_carry_the_part_that_identifies(string text, IdentifierKind kind, string value)
    {
        Identifier identifier = Given.Facts<Identifier>(text, "notes.txt").Should().ContainSingle(found => found.Kind == kind).Which;
        identifier.Value.Text.Should().Be(value);
    }

    [Theory]
    [InlineData("/home/user/data")]
    [InlineData("/home/jovyan/work")]
    [InlineData("/Users/<name>/data")]
    [InlineData("https://example.org/home/ada/page")]
    [InlineData("we compare home/daycare settings")]
    [InlineData("Copyright (c) 2024 Example Foundation")]
    [InlineData("copyright = {arXiv.org perpetual, non-exclusive license}")]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("Pass@1 and NDCG@5 and @torch.no_grad()")]
    [InlineData("root@3f2a:/workspace# ls")]
    public void Look_alikes_are_no_traces(string text) =>
        Given
            .Facts<Identifier>(text, "notes.txt")
            .Where(identifier =>
                identifier.Kind is not IdentifierKind.ShellPrompt || !IdentifierExtractor.IsAnybody(identifier.Value.Text.Split('@')[0])
            )
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData("write to ada@examplia.edu please", "ada@examplia.edu", false)]
    [InlineData("[mail](mailto:ada@examplia.edu)", "ada@examplia.edu", false)]
    [InlineData("ada [at] examplia [dot] edu", "ada@examplia.edu", true)]
    [InlineData("ada.example at cs dot examplia dot edu", "ada.example@cs.examplia.edu", true)]
    public void Addresses_are_read_in_all_their_spellings(string text, string address, bool isObfuscated)
    {
        EmailAddress email = Given.Facts<EmailAddress>(text).Should().ContainSingle().Which;
        (email.Address.Text, email.IsObfuscated).Should().Be((address, isObfuscated));
    }

    [Theory]
    [InlineData("Pass@1, NDCG@5, TPR@5%FPR")]
    [InlineData("$\\begin{array}{@{}c@{}}$")]
    [InlineData("@torch.no_grad() and @media (max-width: 3px)")]
    [InlineData("https://medium.com/@ada")]
    [InlineData("git@github.com:ada/post.git")]
    [InlineData("we look at this dot product")]
    public void Look_alikes_are_no_addresses(string text) =>
        Given.Facts<EmailAddress>(text).Where(email => !email.IsPlaceholder).Should().BeEmpty();

    [Theory]
    [InlineData("you@example.com")]
    [InlineData("1234+ada@users.noreply.github.com")]
    public void Addresses_of_nobody_are_known(string text) =>
        Given.Facts<EmailAddress>(text).Should().OnlyContain(email => email.IsPlaceholder);
}
