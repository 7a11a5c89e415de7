namespace LossGen.Kernels.Tests.Arguments;

/// <summary>Asserts that a call is refused before it writes anything.</summary>
internal static class Refusal
{
    private const float Untouched = 7.5f;

    /// <param name="parameter">The guilty parameter in the user's spelling.</param>
    /// <param name="gradientLength">How long the gradient is.</param>
    /// <param name="call">The call, with the gradient to give it.</param>
    /// <returns>What was thrown.</returns>
    public static TException Of<TException>(string parameter, int gradientLength, Action<float[]> call)
        where TException : ArgumentException
    {
        var gradient = new float[gradientLength];
        Array.Fill(gradient, Untouched);

        return OfMemory<TException, float>(parameter, gradient, () => call(gradient));
    }

    /// <summary>The same where the gradient lies in memory that holds inputs too.</summary>
    public static TException OfMemory<TException, TElement>(string parameter, TElement[] memory, Action call)
        where TException : ArgumentException
    {
        TElement[] before = [.. memory];

        var refusal = Assert.Throws<TException>(parameter, call);

        Assert.Equal(before, memory);
        return refusal;
    }
}
