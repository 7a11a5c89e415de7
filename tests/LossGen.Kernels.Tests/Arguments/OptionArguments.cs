namespace LossGen.Kernels.Tests.Arguments;

/// <summary>The arguments of one call of the <see cref="SpelledOptionKernels"/>: right for two rows, until a test changes one of them.</summary>
internal sealed class OptionArguments
{
    public const int Rows = 2;
    private const int Scored = Rows * SpelledOptionKernels.Classes;

    /// <summary>Every call that can be made with these arguments.</summary>
    public static readonly IReadOnlyList<Action<OptionArguments>> CallsWithLabels =
    [
        arguments => SpelledOptionKernels.Everything(
            arguments.Losses.Span,
            arguments.ClassWeights.Span,
            arguments.Labels,
            arguments.Gradient.Span,
            arguments.Upstream.Span,
            arguments.Scores.Span),
        arguments => SpelledOptionKernels.AnyHinge(
            arguments.Upstream.Span,
            arguments.Scores.Span,
            Array.ConvertAll(arguments.Labels, label => (long)label),
            arguments.ClassWeights.Span,
            arguments.Losses.Span,
            arguments.Gradient.Span),
    ];

    public static readonly Action<OptionArguments> CallWithTargets = arguments => SpelledOptionKernels.OfTargets(
        arguments.Gradient.Span,
        arguments.Losses.Span,
        arguments.Targets.Span,
        arguments.ClassWeights.Span,
        arguments.Upstream.Span,
        arguments.Scores.Span);

    public static IEnumerable<Action<OptionArguments>> AllCalls => CallsWithLabels.Append(CallWithTargets);

    public Memory<float> Scores { get; set; } = new float[Scored];

    public int[] Labels { get; set; } = new int[Rows];

    public Memory<float> Targets { get; set; } = new float[Scored];

    public Memory<float> ClassWeights { get; set; } = new float[] { 1, 2, 3 };

    public Memory<float> Upstream { get; set; } = new float[] { 1, 2 };

    public Memory<float> Losses { get; set; } = new float[] { 7, 7 };

    public Memory<float> Gradient { get; set; } = new float[] { 7, 7, 7, 7, 7, 7 };

    /// <summary>Asserts that the call is refused, with that parameter named, before it writes anything.</summary>
    public ArgumentException AssertRefused(string parameter, Action<OptionArguments> call)
    {
        float[] losses = [.. Losses.Span];
        float[] gradient = [.. Gradient.Span];

        var refusal = Assert.ThrowsAny<ArgumentException>(() => call(this));

        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(parameter, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(losses, Losses.Span);
        Assert.Equal(gradient, Gradient.Span);
        return refusal;
    }
}
