using PostLint.Packs;
using PostLint.Tests.Cli;

namespace PostLint.Tests.Packs;

public sealed class AssemblyPackTests
{
    [Theory]
    [InlineData("0.1.0", "0.1.0", null)]
    [InlineData("0.1.0", "0.1.7", null)]
    [InlineData("0.1.7", "0.1.0", "newer")]
    [InlineData("0.1.0", "0.2.0", "compile it against the package of this version")]
    [InlineData("0.2.0", "0.1.0", "compile it against the package of this version")]
    [InlineData("1.0.0", "1.4.0", null)]
    [InlineData("1.5.0", "1.4.0", "newer")]
    [InlineData("1.0.0", "2.0.0", "compile it against the package of this version")]
    public void A_pack_fits_versions_that_change_nothing_it_needs(string needed, string own, string? message)
    {
        string? misfit = AssemblyPack.Misfit(Version.Parse(needed), Version.Parse(own));

        if (message is null)
            misfit.Should().BeNull();
        else
            misfit.Should().Contain(message).And.Contain(needed).And.Contain(own);
    }

    [Fact]
    public void What_is_no_pack_is_refused_with_the_reason()
    {
        using var run = new Run();
        run.With("post.md", "Text.\n")
            .With("text.dll", "no assembly")
            .Write("other.dll", File.ReadAllBytes(typeof(YamlDotNet.Core.Parser).Assembly.Location));
        run.Write("own.dll", File.ReadAllBytes(typeof(PostLint.Rules.BuiltInPack).Assembly.Location));

        run.Start("check", "post.md", "--isolated", "--pack", "text.dll").Should().Be(2);
        run.Start("check", "post.md", "--isolated", "--pack", "other.dll").Should().Be(2);
        run.Start("check", "post.md", "--isolated", "--pack", "own.dll").Should().Be(2);
        run.Start("check", "post.md", "--isolated", "--pack", "missing.dll").Should().Be(2);

        run.Error.Should()
            .Contain("text.dll: it is no .NET class library")
            .And.Contain("other.dll: it does not refer to PostLint")
            .And.Contain("own.dll: it holds no rules")
            .And.Contain("missing.dll: there is no such pack");
    }
}
