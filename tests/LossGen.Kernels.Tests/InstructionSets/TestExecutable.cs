using System.Diagnostics;
using System.Text;

namespace LossGen.Kernels.Tests.InstructionSets;

/// <summary>Starts this test executable again, because switches of the runtime, and crashes, need a process of their own.</summary>
internal static class TestExecutable
{
    /// <summary>Set in a process that was started here: the name of what it is asked to do.</summary>
    private const string RoleVariable = "LOSSGEN_TESTS_CHILD_ROLE";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The role that the parent gave this process; null in a process that was started in any other way.</summary>
    public static string? Role => Environment.GetEnvironmentVariable(RoleVariable);

    /// <param name="role">What the child can read from <see cref="Role"/>.</param>
    /// <param name="environment">More variables, above all switches of the runtime.</param>
    /// <param name="arguments">Options of xunit's own runner, which is what the executable is when no test platform drives it.</param>
    public static ChildResult Run(string role, IReadOnlyDictionary<string, string> environment, params ReadOnlySpan<string> arguments)
    {
        if (Role is { } ownRole)
        {
            throw new InvalidOperationException($"This process is itself a child ('{ownRole}') and must not start further ones.");
        }

        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        AddOwnExecutable(start);
        foreach (var argument in (ReadOnlySpan<string>)[.. arguments, "-noLogo", "-noColor", "-noAutoReporters"])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment[RoleVariable] = role;
        return RunToTheEnd(start);
    }

    /// <summary>The executable as this process was started: itself, or a library that dotnet runs.</summary>
    private static void AddOwnExecutable(ProcessStartInfo start)
    {
        start.FileName = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TestExecutable).Assembly.Location);
        }
    }

    private static ChildResult RunToTheEnd(ProcessStartInfo start)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Append($"(killed after {Patience})");
        }

        // Only the wait without a limit also waits for the last lines of output.
        process.WaitForExit();
        return new ChildResult(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}

/// <summary>How a child ended, and everything it wrote.</summary>
internal sealed record ChildResult(int ExitCode, string Output);
