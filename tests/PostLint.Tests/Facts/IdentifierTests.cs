using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class IdentifierTests
{
    public static TheoryData<string, string, string?> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string?>();
            foreach (IdentifierGrammar grammar in IdentifierExtractor.Grammars)
            foreach ((string text, string? value) in grammar.Samples)
                samples.Add(grammar.GetType().Name, text, value);
            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_grammar_reads_its_samples(string grammar, string text, string? value)
    {
        IdentifierKind kind = IdentifierExtractor.Grammars.Single(one => one.GetType().Name == grammar).Kind;
        IEnumerable<string> found = Given
            .Facts<Identifier>(text, "notes.txt")
            .Where(one => one.Kind == kind)
            .Select(one => one.Value.Text)
            .Distinct();

        found.Should().Equal(value is null ? [] : [value]);
    }

    [Fact]
    public void Each_grammar_has_samples_of_both_kinds() =>
        IdentifierExtractor
            .Grammars.Should()
            .OnlyContain(grammar =>
                grammar.Samples.Any(sample => sample.Value != null) && grammar.Samples.Any(sample => sample.Value == null)
            );

    [Fact]
    public void The_prompt_of_a_user_that_machines_have_is_nobodys() =>
        Given
            .Facts<Identifier>("root@3f2a:/workspace# ls", "notes.txt")
            .Where(identifier => !PlaceholderNames.IsAnybody(identifier.Value.Text.Split('@')[0]))
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
