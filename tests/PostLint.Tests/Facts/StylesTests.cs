using PostLint.Facts;

namespace PostLint.Tests.Facts;

public sealed class StylesTests
{
    [Theory]
    [InlineData("color: white", "Invisible")]
    [InlineData("color:#FFF !important", "Invisible")]
    [InlineData("color: rgba(10, 10, 10, 0)", "Invisible")]
    [InlineData("color: rgb(255, 255, 255)", "Invisible")]
    [InlineData("background: #eee; color: #EEE", "Invisible")]
    [InlineData("font-size: 1px", "Invisible")]
    [InlineData("font-size: 0.05em", "Invisible")]
    [InlineData("position: absolute; left: -9999px", "Invisible")]
    [InlineData("text-indent: -100em", "Invisible")]
    [InlineData("display: none", "Folded")]
    [InlineData("opacity: 0", "Folded")]
    [InlineData("height: 0; overflow: hidden", "Folded")]
    [InlineData("clip: rect(0, 0, 0, 0)", "Folded")]
    [InlineData("background: navy; color: white", "None")]
    [InlineData("color: #333; font-size: 12px", "None")]
    [InlineData("opacity: 0.7", "None")]
    [InlineData("left: -20px", "None")]
    [InlineData("height: 0", "None")]
    [InlineData("", "None")]
    [InlineData(";;:;color", "None")]
    public void Tells_what_hides_text(string declarations, string expected) =>
        Styles.Read(declarations, onBackground: false).ToString().Should().Be(expected);

    [Fact]
    public void Light_letters_are_meant_on_a_background() => Styles.Read("color: white", onBackground: true).Should().Be(Hiding.None);
}
