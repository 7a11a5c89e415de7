using System.Net;
using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Documentation;

/// <summary>The documentation of every attribute has an example, and it compiles.</summary>
public partial class AttributeExampleTests
{
    private static readonly string Runtime = Path.Combine(ProjectFolder.Path, "..", "..", "runtime");

    public static TheoryData<string> Attributes => [.. Directory.GetFiles(Runtime, "*Attribute.cs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void The_example_of_an_attribute_compiles(string file)
    {
        string example = Example().Match(File.ReadAllText(Path.Combine(Runtime, file))).Groups["code"].Value;
        string code = WebUtility.HtmlDecode(example.Replace("/// ", "", StringComparison.Ordinal));

        var run = GeneratorRun.Of(code);

        Assert.Empty(run.Problems);
        Assert.Equal(code.Split(" partial ").Length - 2, run.FileNames.Count());
        run.AssertCompiles();
    }

    [GeneratedRegex(@"/// <code>\n(?<code>.*?)/// </code>", RegexOptions.Singleline)]
    private static partial Regex Example();
}
