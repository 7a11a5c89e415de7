using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LossGen.Jit.Tests;

/// <summary>The machine code of one kernel, as the JIT lists it.</summary>
/// <param name="Title">The line above the listing.</param>
/// <param name="Lines">The labels and instructions.</param>
internal sealed partial record Listing(string Title, string[] Lines)
{
    /// <summary>The kernel's class, such as <c>CrossEntropy10Kernel</c>.</summary>
    public string Kernel => MethodName().Match(Title).Groups["class"].Value;

    /// <summary>The kernel's name, such as <c>Rows256</c>.</summary>
    public string Method => MethodName().Match(Title).Groups["name"].Value;

    /// <summary>Whether the JIT had time and room for all that it can do.</summary>
    public bool IsOptimised => Title.Contains("(FullOpts)", StringComparison.Ordinal);

    public IEnumerable<string> Calls => CallsBetween(0, Lines.Length);

    public IEnumerable<string> CallsInInnermostLoops
    {
        get
        {
            (int First, int Last)[] loops = [.. Loops()];
            return loops
                .Where(loop => !loops.Any(other => other != loop && other.First >= loop.First && other.Last <= loop.Last))
                .SelectMany(loop => CallsBetween(loop.First, loop.Last));
        }
    }

    /// <summary>Starts this executable again, has it compile all kernels, and reads what the JIT lists.</summary>
    /// <param name="disabled">The runtime's variable that is set to 0; nothing for the widest vectors.</param>
    public static Listing[] OfChild(string disabled)
    {
        string file = Path.GetTempFileName();
        try
        {
            Run(file, disabled);
            return [.. Parse(File.ReadAllLines(file))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Run(string file, string disabled)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, UseShellExecute = false, FileName = Environment.ProcessPath! };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Listing).Assembly.Location);
        }

        foreach (string argument in (string[])["-method", $"*.{nameof(CompiledKernelsTests.Kernels_can_be_compiled_without_a_call)}", "-noLogo", "-noColor", "-noAutoReporters"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_JitStdOutFile"] = file;
        start.Environment["DOTNET_JitDisasm"] = "Blocks512 Blocks256 Rows512 Rows256 Rows128 FewRows512 FewRows256 FewRows128";
        if (disabled.Length > 0)
        {
            start.Environment[disabled] = "0";
        }

        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, $"The child ended with {child.ExitCode.ToString(CultureInfo.InvariantCulture)}: {output}");
    }

    private static IEnumerable<Listing> Parse(string[] lines)
    {
        int[] titles = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("; Assembly listing", StringComparison.Ordinal))];
        return titles.Select((title, i) => new Listing(lines[title], lines[(title + 1)..(i + 1 < titles.Length ? titles[i + 1] : lines.Length)]));
    }

    /// <summary>From each label to the last jump back to it.</summary>
    private IEnumerable<(int First, int Last)> Loops()
    {
        var labels = new Dictionary<string, int>();
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Label().Match(Lines[i]) is { Success: true } label)
            {
                labels.Add(label.Groups["name"].Value, i);
            }
            else if (Jump().Match(Lines[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups["target"].Value, out int first))
            {
                yield return (first, i);
            }
        }
    }

    private IEnumerable<string> CallsBetween(int first, int last) => Lines[first..last]
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("call ", StringComparison.Ordinal))
        .Select(line => line["call ".Length..].Trim());

    [GeneratedRegex(@"__(?<class>\w+):(?<name>(Rows|FewRows|Blocks)\w+)\(")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"^(?<name>G_M\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(SHORT\s+)?(?<target>G_M\w+)")]
    private static partial Regex Jump();
}
