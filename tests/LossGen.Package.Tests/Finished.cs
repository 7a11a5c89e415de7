using System.Diagnostics;
using System.Globalization;

namespace LossGen.Package.Tests;

/// <summary>A program that has ended.</summary>
/// <param name="Command">How it was started.</param>
/// <param name="ExitCode">0 if all went well.</param>
/// <param name="Output">What it has written.</param>
internal sealed record Finished(string Command, int ExitCode, string Output)
{
    public static async Task<Finished> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What is read must not depend on the machine's language, and no build server may outlive the folders that it works in.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        string[] outputs = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Finished($"{program} {string.Join(' ', arguments)}", process.ExitCode, string.Concat(outputs));
    }

    /// <summary>What it has written, if all went well.</summary>
    public string OutputOfSuccess()
    {
        Assert.True(ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"'{Command}' ended with {ExitCode}:\n{Output}"));
        return Output;
    }
}
