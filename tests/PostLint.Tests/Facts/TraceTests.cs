using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class TraceTests
{
    [Theory]
    [InlineData("saved to /home/ada.example/data", TraceKind.HomePath, "ada.example")]
    [InlineData("file = {Full:/Users/ada/Zotero/a.pdf:application/pdf}", TraceKind.HomePath, "ada")]
    [InlineData(@"C\:\\Users\\ada\\Zotero", TraceKind.HomePath, "ada")]
    [InlineData(@"C:\Users\Ada E\x", TraceKind.HomePath, "Ada")]
    [InlineData("file:///home/ada/a.png", TraceKind.HomePath, "ada")]
    [InlineData("/scratch/users/adaex/run1", TraceKind.ClusterPath, "adaex")]
    [InlineData("OneDrive - University of Examplia/a.pdf", TraceKind.SyncedFolder, "University of Examplia")]
    [InlineData("(base) ada@node7.examplia.edu:~/post$ ls", TraceKind.ShellPrompt, "ada@node7.examplia.edu")]
    [InlineData("wandb: Currently logged in as: ada-example", TraceKind.LoginLine, "ada-example")]
    [InlineData("model.push_to_hub(\"ada-example/model\")", TraceKind.HubAccount, "ada-example")]
    [InlineData("git clone git@github.com:ada-example/post.git", TraceKind.GitRemote, "ada-example")]
    [InlineData("Copyright (c) 2024 Ada Example", TraceKind.Copyright, "Ada Example")]
    [InlineData("Signed-off-by: Ada Example <x>", TraceKind.CodeAuthor, "Ada Example")]
    [InlineData("https://orcid.org/0000-0002-1825-0097", TraceKind.Orcid, "0000-0002-1825-0097")]
    [InlineData("Phone: +41 44 123 45 67", TraceKind.Phone, "+41 44 123 45 67")]
    [InlineData("ga('create', 'UA-1234567-1')", TraceKind.AnalyticsId, "UA-1234567-1")]
    public void Traces_carry_the_part_that_identifies(string text, TraceKind kind, string value)
    {
        Trace trace = Given.Facts<Trace>(text, "notes.txt").Should().ContainSingle(found => found.Kind == kind).Which;
        trace.Value.Text.Should().Be(value);
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
            .Facts<Trace>(text, "notes.txt")
            .Where(trace => trace.Kind is not TraceKind.ShellPrompt || !TraceExtractor.IsAnybody(trace.Value.Text.Split('@')[0]))
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
