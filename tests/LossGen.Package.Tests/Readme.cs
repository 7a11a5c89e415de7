using System.Text.RegularExpressions;

namespace LossGen.Package.Tests;

/// <summary>The first example of the README, as it stands there.</summary>
internal static partial class Readme
{
    public static string Example { get; } = FirstCodeBlock().Match(File.ReadAllText(Path.Combine(Folders.Repository, "README.md"))).Groups["code"].Value;

    /// <summary>What the example says that it writes.</summary>
    public static string Output { get; } = CommentOfOutput().Match(Example).Groups["number"].Value;

    [GeneratedRegex(@"```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstCodeBlock();

    [GeneratedRegex(@"Console\.WriteLine\(loss\);\s*// (?<number>\S+)")]
    private static partial Regex CommentOfOutput();
}
