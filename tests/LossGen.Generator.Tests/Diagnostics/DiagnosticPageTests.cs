using System.Globalization;
using System.Text.RegularExpressions;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has a page, whose wrong code gets it and whose right code does not.</summary>
public partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_examples_are_what_they_are_called(string id)
    {
        string page = PageOf(id);
        (string wrong, string right) = Code().Matches(page) is [var first, var second]
            ? (first.Groups["code"].Value, second.Groups["code"].Value)
            : (Code().Match(page).Groups["code"].Value, Code().Match(page).Groups["code"].Value);
        LanguageVersion version = page.Contains("<LangVersion>11</LangVersion>", StringComparison.Ordinal) ? LanguageVersion.CSharp11 : LanguageVersion.CSharp14;

        var runOfWrong = GeneratorRun.Of(TestCompilation.Of(version, wrong));
        var runOfRight = GeneratorRun.Of(right);

        Assert.Equal([id], SaidIn(runOfWrong));
        Assert.Empty(SaidIn(runOfRight));
        runOfRight.AssertCompiles();

        // What is said for information counts only on its own page.
        IEnumerable<string> SaidIn(GeneratorRun run) => run.Problems.Concat(run.Hints.Where(hint => hint.Id == id)).Select(problem => problem.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_headed_by_its_title_and_named_in_the_link(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);

        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n", PageOf(id), StringComparison.Ordinal);
        Assert.EndsWith($"/generator/LossGen.Generator/Diagnostics/Pages/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    private static string PageOf(string id) =>
        File.ReadAllText(Path.Combine(ProjectFolder.Path, "..", "..", "generator", "LossGen.Generator", "Diagnostics", "Pages", $"{id}.md"));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
