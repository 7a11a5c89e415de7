namespace LossGen.Kernels.Tests.Determinism;

internal static class Allocations
{
    private const int Rounds = 3;
    private const int CallsPerRound = 4;

    public static void AssertNone(string description, Action call) => AssertNone(description, call, static call => call());

    /// <summary>
    /// Asserts that calls allocate nothing once one was made. What a call allocates, it allocates in every round;
    /// the runtime itself may allocate on the caller's thread at any one call, when it replaces code by a faster version.
    /// </summary>
    public static void AssertNone<TArguments>(string description, TArguments arguments, Action<TArguments> call)
        where TArguments : allows ref struct
    {
        call(arguments);

        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < CallsPerRound; i++)
            {
                call(arguments);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(least == 0, $"{CallsPerRound} calls allocate {least} bytes: {description}");
    }
}
