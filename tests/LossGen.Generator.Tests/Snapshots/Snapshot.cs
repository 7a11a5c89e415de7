using System.Globalization;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares a text with the expectation on disk, in Verify's convention: <c>Name.verified.cs</c> is what is expected, <c>Name.received.cs</c> what came
/// instead. It is the only place that knows where expectations are and how they are accepted.
/// </summary>
/// <param name="folder">Where the expectations are.</param>
/// <param name="accepts">Whether what comes becomes what is expected.</param>
internal sealed class Snapshot(string folder, bool accepts)
{
    /// <summary>Set to 1, this environment variable makes what comes the expectation of the next run.</summary>
    public const string AcceptVariable = "LOSSGEN_ACCEPT_SNAPSHOTS";

    private const int LinesBefore = 3;
    private const int LinesShown = 8;

    /// <summary>The expectations beside this file.</summary>
    public static Snapshot OfThisFolder { get; } = new(
        Path.Combine(ProjectFolder.Path, "Snapshots"),
        Environment.GetEnvironmentVariable(AcceptVariable) == "1");

    public void AssertMatches(string name, string text)
    {
        string verified = Path.Combine(folder, $"{name}.verified.cs");
        string received = Path.Combine(folder, $"{name}.received.cs");
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;

        if (text == expected || accepts)
        {
            File.Delete(received);
            if (text != expected)
            {
                File.WriteAllText(verified, text);
            }

            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            $"{(expected is null ? $"There is no {name}.verified.cs yet." : Difference(name, expected, text))}\n"
            + $"What came is in {received}.\nIf it is right, run the tests once with {AcceptVariable}=1.");
    }

    /// <summary>The first lines that differ, with the ones before them.</summary>
    private static string Difference(string name, string expected, string text)
    {
        string[] before = expected.Split('\n');
        string[] after = text.Split('\n');
        int first = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();

        IEnumerable<string> lines = Shown(' ', before, Math.Max(0, first - LinesBefore), Math.Min(first, LinesBefore))
            .Concat(Shown('-', before, first, LinesShown))
            .Concat(Shown('+', after, first, LinesShown));
        return string.Create(CultureInfo.InvariantCulture, $"{name}.verified.cs (-) is not what came (+), from line {first + 1} on:\n")
            + string.Join("\n", lines);
    }

    private static IEnumerable<string> Shown(char mark, string[] lines, int first, int count) =>
        lines.Skip(first).Take(count).Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{mark}{first + i + 1,5}  {line}").TrimEnd());
}
