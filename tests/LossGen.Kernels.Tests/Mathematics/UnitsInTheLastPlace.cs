namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>Distances in units in the last place: the spacing of floating-point numbers around the exact result.</summary>
internal static class UnitsInTheLastPlace
{
    private const double OnePastTheLargestFloat = 340282366920938463463374607431768211456.0; // 2^128

    /// <summary>How far a float is from the exact result, infinitely far if one of them is a NaN, or infinite, and the other is not.</summary>
    public static double Error(float result, double exact)
    {
        if (double.IsNaN(exact)) return float.IsNaN(result) ? 0 : double.PositiveInfinity;
        if (float.IsNaN(result)) return double.PositiveInfinity;
        if (double.IsInfinity(exact)) return result == exact ? 0 : double.PositiveInfinity;

        // An overflow counts as the number that would come next, and is right from there on.
        if (float.IsPositiveInfinity(result) && exact >= OnePastTheLargestFloat) return 0;
        double value = float.IsPositiveInfinity(result) ? OnePastTheLargestFloat : result;
        return Math.Abs(value - exact) / SpacingOfFloats(exact);
    }

    /// <summary>The spacing of the doubles from a number away from zero.</summary>
    public static double SpacingOfDoubles(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);

    private static double SpacingOfFloats(double value) => value == 0
        ? float.Epsilon
        : BitConverter.Int64BitsToDouble((long)(Math.Clamp(Math.ILogB(value), -126, 127) - 23 + 1023) << 52);
}
