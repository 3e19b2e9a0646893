using CsCheck;

namespace PostLint.Tests.Findings;

public sealed class MessageTests
{
    [Fact]
    public void Sensitive_parts_are_masked_and_revealed_on_request()
    {
        Message message = Message.Of($"{new Sensitive("Ada Example")} thanks {new Sensitive("Ben Sample")}.");

        message.ToString().Should().Be("▇▇▇ thanks ▇▇▇.");
        message.Reveal().Should().Be("Ada Example thanks Ben Sample.");
    }

    [Fact]
    public void Words_and_numbers_are_not_masked()
    {
        Message message = Message.Of($"{3} times “{new Neutral("example.org")}”");

        message.ToString().Should().Be("3 times “example.org”").And.Be(message.Reveal());
        message.Sensitive.Should().BeEmpty();
    }

    [Fact]
    public void A_message_without_parts_is_its_text() => Message.Of($"plain {{text}}").ToString().Should().Be("plain {text}");

    [Fact]
    public void Marks_survive_nesting()
    {
        Message inner = Message.Of($"by {new Sensitive("Ada")}");
        Message middle = Message.Of($"{new Sensitive("Ben")} and {inner}");
        Message outer = Message.Of($"“{middle}”, {middle}");

        outer.Reveal().Should().Be("“Ben and by Ada”, Ben and by Ada");
        outer.ToString().Should().Be("“▇▇▇ and by ▇▇▇”, ▇▇▇ and by ▇▇▇");
        outer.Sensitive.Select(range => outer.Reveal()[range]).Should().Equal("Ben", "Ada", "Ben", "Ada");
    }

    [Fact]
    public void Neighbouring_marks_are_masked_apart() =>
        Message.Of($"{new Sensitive("Ada")}{new Sensitive("Example")}").ToString().Should().Be("▇▇▇▇▇▇");

    [Fact]
    public void An_empty_mark_leaves_no_trace()
    {
        Message message = Message.Of($"a{new Sensitive("")}b{default(Sensitive)}c");

        message.ToString().Should().Be("abc");
        message.Sensitive.Should().BeEmpty();
    }

    [Fact]
    public void A_text_that_holds_the_mask_is_masked_all_the_same() =>
        Message.Of($"{new Sensitive(Message.Mask + "Ada")}!").ToString().Should().Be("▇▇▇!");

    [Fact]
    public void A_sensitive_text_never_prints_itself()
    {
        Sensitive name = "Ada Example";

        name.ToString().Should().Be(Message.Mask);
        $"{name}".Should().Be(Message.Mask);
    }

    [Fact]
    public void Messages_are_equal_when_text_and_marks_are()
    {
        Message marked = Message.Of($"{new Sensitive("Ada")}"),
            same = Message.Of($"{marked}");

        same.Should().Be(marked);
        same.GetHashCode().Should().Be(marked.GetHashCode());
        Message.Of($"Ada").Should().NotBe(marked);
    }

    [Fact]
    public void No_marked_text_is_ever_printed() =>
        Gen.Select(Gen.String[Gen.Char['a', 'e'], 0, 5], Gen.Bool)
            .Array[0, 6]
            .Sample(
                parts =>
                {
                    Message message = Message.Of($"");
                    foreach ((string text, bool isSensitive) in parts)
                        message = isSensitive ? Message.Of($"{message}{new Sensitive(text)}") : Message.Of($"{message}{new Neutral(text)}");

                    message.Reveal().Should().Be(string.Concat(parts.Select(part => part.Item1)));
                    message
                        .ToString()
                        .Should()
                        .Be(string.Concat(parts.Select(part => part.Item2 && part.Item1.Length > 0 ? Message.Mask : part.Item1)));
                },
                iter: 500
            );
}
