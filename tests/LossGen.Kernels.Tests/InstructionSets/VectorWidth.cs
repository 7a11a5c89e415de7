using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels.Tests.InstructionSets;

/// <summary>The widest vectors that the runtime accelerates in this process, which is what a kernel's dispatcher goes by.</summary>
internal static class VectorWidth
{
    private const string ReportPrefix = "Vector width of this process in bits: ";

    /// <summary>512, 256 or 128; 0 when only scalar code runs.</summary>
    public static int Bits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    /// <summary>The width that a child wrote among its output; null when it did not get that far.</summary>
    public static int? ReportedIn(string output)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith(ReportPrefix, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line.AsSpan(ReportPrefix.Length), CultureInfo.InvariantCulture);
    }

    /// <summary>Every child says what it runs with, before its tests and whichever of them were selected.</summary>
    [ModuleInitializer]
    internal static void ReportToParent()
    {
        if (TestExecutable.Role is not null)
        {
            Console.WriteLine(ReportPrefix + Bits.ToString(CultureInfo.InvariantCulture));
        }
    }
}
