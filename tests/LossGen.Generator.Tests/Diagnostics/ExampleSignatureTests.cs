using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>The signature that a diagnostic recommends works, for the loss that it is recommended for.</summary>
public partial class ExampleSignatureTests
{
    public static TheoryData<string> Names =>
        [.. DiagnosticCases.All.Where(named => Signature().IsMatch(named.Value.Message)).Select(named => named.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recommended_signature_has_no_problem(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];
        string attribute = Attribute().Match(wrong.WrongCode).Value;
        string signature = Signature().Match(wrong.Message).Groups["signature"].Value;

        SpecificationRun.Of($"static partial class Losses {{ {attribute} public static partial {signature}; }}");
    }

    [GeneratedRegex("a signature that works is '(?<signature>.*)'$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"\[\w+\]")]
    private static partial Regex Attribute();
}
