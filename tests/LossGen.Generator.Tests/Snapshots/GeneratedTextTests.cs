using System.Globalization;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Snapshots;

/// <summary>What holds for the text of every kernel.</summary>
public class GeneratedTextTests
{
    private const int LongestText = 200_000;

    private static readonly Lazy<GeneratorRun> Catalogue = new(() => GeneratorRun.Of(KernelCatalogue.Code));

    [Fact]
    public void Every_kernel_compiles_without_a_warning()
    {
        Assert.Equal(KernelCatalogue.Code.Sum(code => code.Split('[').Length - 1), Catalogue.Value.FileNames.Count());
        Catalogue.Value.AssertCompiles();
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone_and_hold_no_tab_and_no_needless_white_space()
    {
        Assert.All(Catalogue.Value.Texts, text =>
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.DoesNotMatch(" \n", text);
            Assert.DoesNotContain("{\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void File_names_are_ascii_and_nothing_but_names()
    {
        Assert.All(Catalogue.Value.FileNames, name => Assert.Matches("^[A-Za-z0-9_.]+\\.g\\.cs$", name));
        Assert.Distinct(Catalogue.Value.FileNames, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_tells_the_machine_that_generated_it()
    {
        string[] traces = [Environment.CurrentDirectory, Environment.MachineName, AppContext.BaseDirectory, ProjectFolder.Path, "File1.cs"];

        Assert.All(Catalogue.Value.Texts, text => Assert.All(traces, trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_text_does_not_grow_with_the_number_of_classes() =>
        Assert.All(Catalogue.Value.Texts, text => Assert.InRange(text.Length, 1, LongestText));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Every_culture_gives_the_same_text(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.NotEqual("-1.5", (-1.5).ToString(CultureInfo.CurrentCulture));

            Assert.Equal(Catalogue.Value.Texts, GeneratorRun.Of(KernelCatalogue.Code).Texts);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_the_source_do_not_reach_the_text()
    {
        string[] code = [.. KernelCatalogue.Code.Select(text => text.Replace("\n", "\r\n", StringComparison.Ordinal))];

        Assert.Equal(Catalogue.Value.Texts, GeneratorRun.Of(code).Texts);
    }
}
