using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Hostile;

public class GuardedMemoryTests
{
    private const string ReadBehind = "read behind";
    private const string WriteBehind = "write behind";
    private const string ReadBefore = "read before";
    private const string TouchInside = "touch inside";

    private const string About = "About to touch memory";
    private const string Survived = "Survived the touch";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(4099)]
    public void Every_element_of_the_span_can_be_written_and_read(int length)
    {
        using var ending = GuardedMemory<float>.EndingAtGuard(length);
        using var starting = GuardedMemory<double>.StartingAfterGuard(length);

        ending.Span.Fill(1.5f);
        starting.Span.Fill(2.5);

        Assert.Equal(length, ending.Span.Length);
        Assert.Equal(length, starting.Span.Length);
        Assert.False(ending.Span.ContainsAnyExcept(1.5f));
        Assert.False(starting.Span.ContainsAnyExcept(2.5));
    }

    [Fact]
    public void A_copy_holds_the_values()
    {
        using var ending = GuardedMemory<int>.EndingAtGuard([1, 2, 3]);
        using var starting = GuardedMemory<int>.StartingAfterGuard([4, 5]);

        Assert.Equal([1, 2, 3], ending.Span.ToArray());
        Assert.Equal([4, 5], starting.Span.ToArray());
    }

    [Fact]
    public void Disposed_memory_has_no_span()
    {
        var memory = GuardedMemory<float>.EndingAtGuard(3);
        memory.Dispose();
        memory.Dispose();

        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
    }

    [Theory]
    [InlineData(ReadBehind)]
    [InlineData(WriteBehind)]
    [InlineData(ReadBefore)]
    public void One_element_beyond_the_span_crashes_the_process(string touch)
    {
        var child = RunChild(touch);

        Assert.Contains(About, child.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Survived, child.Output, StringComparison.Ordinal);
        Assert.Contains(nameof(AccessViolationException), child.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, child.ExitCode);
    }

    [Fact]
    public void The_outermost_elements_of_the_span_do_not_crash()
    {
        var child = RunChild(TouchInside);

        Assert.Contains(Survived, child.Output, StringComparison.Ordinal);
        Assert.Equal(0, child.ExitCode);
    }

    /// <summary>What the children do: a crash cannot be caught, so it needs a process of its own.</summary>
    [Fact(Explicit = true)]
    public void Touch_in_a_child()
    {
        Assert.SkipWhen(TestExecutable.Role is null, "Runs in a child only.");
        using var ending = GuardedMemory<float>.EndingAtGuard(10);
        using var starting = GuardedMemory<float>.StartingAfterGuard(10);
        Console.WriteLine(About);
        switch (TestExecutable.Role)
        {
            case ReadBehind:
                Console.WriteLine(ending.Beyond(10));
                break;
            case WriteBehind:
                ending.Beyond(10) = 1;
                break;
            case ReadBefore:
                Console.WriteLine(starting.Beyond(-1));
                break;
            case TouchInside:
                Console.WriteLine(ending.Beyond(9) + starting.Beyond(0));
                break;
        }

        Console.WriteLine(Survived);
    }

    private static ChildResult RunChild(string touch) => TestExecutable.Run(
        touch,
        new Dictionary<string, string> { ["DOTNET_DbgEnableMiniDump"] = "0" },
        "-explicit",
        "only",
        "-method",
        $"{typeof(GuardedMemoryTests).FullName}.{nameof(Touch_in_a_child)}");
}
