using System.Globalization;
using System.Reflection;

namespace LossGen.Jit.Tests;

/// <summary>
/// The JIT compiles a method without optimisation above 60,000 bytes of IL or 2,000 locals, and inlines nothing more past 921 of them, its own temporaries among
/// them. Kernels stay far from that.
/// </summary>
public class BudgetTests
{
    private const int MostBytes = 16 * 1024;
    private const int MostLocals = 256;

    [Fact]
    public void There_are_kernels_for_every_width() =>
        Assert.Equal(["Blocks256", "Blocks512", "FewRows128", "FewRows256", "FewRows512", "Rows128", "Rows256", "Rows512", "RowsScalar"], Kernels.All.Select(kernel => kernel.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kernel_stays_within_the_budget_of_the_jit() => Assert.Empty(
        Kernels.All
            .Select(kernel => (Kernel: kernel, Body: kernel.GetMethodBody()!))
            .Select(pair => (pair.Kernel, Bytes: pair.Body.GetILAsByteArray()!.Length, Locals: pair.Body.LocalVariables.Count))
            .Where(kernel => kernel.Bytes > MostBytes || kernel.Locals > MostLocals)
            .Select(kernel => Describe(kernel.Kernel, kernel.Bytes, kernel.Locals)));

    private static string Describe(MethodInfo kernel, int bytes, int locals) =>
        string.Create(CultureInfo.InvariantCulture, $"{kernel.DeclaringType!.Name}.{kernel.Name}: {bytes} bytes of IL, {locals} locals");
}
