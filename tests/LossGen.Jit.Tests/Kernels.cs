using System.Reflection;
using System.Runtime.CompilerServices;

namespace LossGen.Jit.Tests;

/// <summary>The generated methods of this assembly that walk over the rows of a batch.</summary>
internal static class Kernels
{
    private static readonly string[] Prefixes = ["Rows", "FewRows", "Blocks"];

    /// <summary>One or more for each vector width of each loss.</summary>
    public static MethodInfo[] All { get; } =
    [
        .. typeof(Kernels).Assembly.GetTypes()
            .Where(type => type.Namespace == "LossGen.Generated")
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(method => Prefixes.Any(prefix => method.Name.StartsWith(prefix, StringComparison.Ordinal))),
    ];

    /// <summary>Has the JIT compile all of them, without a call.</summary>
    public static void Compile()
    {
        foreach (MethodInfo kernel in All)
        {
            RuntimeHelpers.PrepareMethod(kernel.MethodHandle);
        }
    }
}
