using PostLint.Names;

namespace PostLint.Tests.Citing;

public class PersonNameTests
{
    [Theory]
    [InlineData("Ada Example", "Example, Ada")]
    [InlineData("Ludwig van Beethoven", "van Beethoven, Ludwig")]
    [InlineData("Martin Luther King Jr.", "King, Jr., Martin Luther")]
    [InlineData("Martin Luther King, Jr.", "King, Jr., Martin Luther")]
    [InlineData("King, Jr., Martin Luther", "King, Jr., Martin Luther")]
    [InlineData("Ben de la Example III", "de la Example, III, Ben")]
    [InlineData("Cleo Van der Sample", "Van der Sample, Cleo")]
    [InlineData("Cleo De Sample", "De Sample, Cleo")]
    [InlineData("Omar Abu Sample", "Abu Sample, Omar")]
    [InlineData("García Márquez, Gabriel", "García Márquez, Gabriel")]
    [InlineData("Róisín O'Example", "O'Example, Róisín")]
    [InlineData("Jean-Luc Sample-Example", "Sample-Example, Jean-Luc")]
    [InlineData("Nguyen Van Example", "Example, Nguyen Van")]
    [InlineData("Voltaire", "Voltaire")]
    [InlineData("王小明", "王小明")]
    [InlineData("de Sample", "de Sample")]
    [InlineData("The Example Team", "{The Example Team}")]
    [InlineData("Ada Example*", "Example, Ada")]
    [InlineData("Ada Example<sup>1,2</sup>", "Example, Ada")]
    [InlineData("Dr. Ada Example, PhD", "Example, Ada")]
    [InlineData("  Ada   B.  Example ", "Example, Ada B.")]
    [InlineData("", "")]
    public void Names_take_the_form_of_BibTeX(string written, string field) => PersonName.Parse(written).ToBibtex().Should().Be(field);

    [Theory]
    [InlineData("Zoë Exämple", @"Ex{\""{a}}mple, Zo{\""{e}}")]
    [InlineData("Łukasz Źdźbło", @"{\'{Z}}d{\'{z}}b{\l}o, {\L}ukasz")]
    [InlineData("王 Example", "Example, 王")]
    public void Accents_become_commands(string written, string field) =>
        PersonName.Parse(written).ToBibtex(isAscii: true).Should().Be(field);

    [Theory]
    [InlineData("Doe, Jane, Example Corp; Roe, Rick", "Doe, Jane|Roe, Rick", true)]
    [InlineData("Doe, Jane (Example Corp)", "Doe, Jane", true)]
    [InlineData("Roe, Jr., Rick, Example Corp; Doe, Jane", "Roe, Jr., Rick|Doe, Jane", true)]
    [InlineData("van der Roe, Rick Paul", "van der Roe, Rick Paul", true)]
    [InlineData("Jane Doe, Rick Roe", "Doe, Jane|Roe, Rick", false)]
    [InlineData("Jane Doe and Rick Roe", "Doe, Jane|Roe, Rick", false)]
    [InlineData("Jane Doe, Ann Poe and Rick Roe", "Doe, Jane|Poe, Ann|Roe, Rick", false)]
    [InlineData("Doe, Jane (R & D University)", "Doe, Jane", true)]
    [InlineData("Doe J. and Roe R. P.", "Doe, J.|Roe, R. P.", false)]
    [InlineData("Doe, Jane and Roe, Rick", "Doe, Jane|Roe, Rick", false)]
    [InlineData("Jane Doe", "Doe, Jane", false)]
    public void Author_lines_are_read(string line, string names, bool isOfCall)
    {
        string.Join('|', AuthorLine.Read(line, out bool form).Select(author => author.Name.ToBibtex())).Should().Be(names);
        form.Should().Be(isOfCall);
    }
}
