using PostLint.Triage;

namespace PostLint.Tests.Triage;

public sealed class AttachmentFilesTests
{
    [Theory]
    [InlineData("12", "12_supplementary_material")]
    [InlineData("7", "Submission7")]
    [InlineData("8", "paper-008")]
    [InlineData("aB_c-1", "aB_c-1_attachment")]
    [InlineData("aB_c-2", "attachment_aB_c-2")]
    [InlineData("exact", "exact")]
    [InlineData("1", null)]
    [InlineData("30", null)]
    [InlineData("material", null)]
    public void A_file_is_found_by_id_or_number_and_only_where_no_other_is_called_so(string name, string? file)
    {
        string[] names =
        [
            "12_supplementary_material",
            "120_supplementary_material",
            "Submission7",
            "paper-008",
            "aB_c-1_attachment",
            "attachment_aB_c-2",
            "exact",
            "exact_2",
            "30_post",
            "30_poster",
        ];
        var files = new AttachmentFiles(names.ToLookup(stem => stem, stem => $"/downloads/{stem}.zip"));

        Path.GetFileNameWithoutExtension(files.Find([name])).Should().Be(file);
    }
}
