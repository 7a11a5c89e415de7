using System.Numerics;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The values that IEEE 754 fixes exactly, at every width.</summary>
public class SpecialValueTests
{
    public static TheoryData<double, double> ExpCases => new()
    {
        { 0, 1 }, { -0.0, 1 },
        { double.PositiveInfinity, double.PositiveInfinity }, { double.NegativeInfinity, 0 }, { double.NaN, double.NaN },
        { float.MaxValue, double.PositiveInfinity }, { float.MinValue, 0 },
        { 710, double.PositiveInfinity }, { -746, 0 },
        { 1e-30, 1 }, { -1e-30, 1 }, { float.Epsilon, 1 },
    };

    public static TheoryData<double, double> LogCases => new()
    {
        { 1, 0 }, { 0, double.NegativeInfinity }, { -0.0, double.NegativeInfinity },
        { double.PositiveInfinity, double.PositiveInfinity }, { double.NegativeInfinity, double.NaN }, { double.NaN, double.NaN },
        { -1, double.NaN }, { -float.Epsilon, double.NaN }, { float.MinValue, double.NaN },
    };

    public static TheoryData<double, double> Log1pCases => new()
    {
        { 0, 0 }, { -0.0, -0.0 }, { -1, double.NegativeInfinity },
        { double.PositiveInfinity, double.PositiveInfinity }, { double.NegativeInfinity, double.NaN }, { double.NaN, double.NaN },
        { -1.0000001192092896, double.NaN }, { float.MinValue, double.NaN },
        { float.Epsilon, float.Epsilon }, { -float.Epsilon, -float.Epsilon }, { 1e-30f, 1e-30f }, { -1e-30f, -1e-30f },
    };

    [Theory]
    [MemberData(nameof(ExpCases))]
    public void Exp_keeps_its_special_values(double argument, double expected)
    {
        AssertEverywhere(VectorFunctions.SingleExp, (float)argument, (float)expected);
        AssertEverywhere(VectorFunctions.DoubleExp, argument, expected);
    }

    [Theory]
    [MemberData(nameof(LogCases))]
    public void Log_keeps_its_special_values(double argument, double expected)
    {
        AssertEverywhere(VectorFunctions.SingleLog, (float)argument, (float)expected);
        AssertEverywhere(VectorFunctions.DoubleLog, argument, expected);
    }

    [Theory]
    [MemberData(nameof(Log1pCases))]
    public void Log1p_keeps_its_special_values(double argument, double expected)
    {
        AssertEverywhere(VectorFunctions.SingleLog1p, (float)argument, (float)expected);
        AssertEverywhere(VectorFunctions.DoubleLog1p, argument, expected);
    }

    [Fact]
    public void Exp_ends_where_the_precision_ends()
    {
        AssertEverywhere(VectorFunctions.SingleExp, 88.72284f, float.PositiveInfinity);
        AssertEverywhere(VectorFunctions.SingleExp, -103.9721f, 0);
        AssertEverywhere(VectorFunctions.SingleExp, -103.97f, float.Epsilon);
        AssertEverywhere(VectorFunctions.DoubleExp, 709.7827128933841, double.PositiveInfinity);
        AssertEverywhere(VectorFunctions.DoubleExp, -745.1332191019412, 0);
        AssertEverywhere(VectorFunctions.DoubleExp, -745.13, double.Epsilon);
        foreach (int width in VectorFunction<float>.Widths)
        {
            Assert.True(float.IsFinite(VectorFunctions.SingleExp.Of(width, 88.72283f)));
            Assert.True(double.IsFinite(VectorFunctions.DoubleExp.Of(width, 709.782712893384)));
        }
    }

    [Fact]
    public void Logarithms_of_subnormal_numbers_are_exact_to_the_last_place()
    {
        AssertEverywhere(VectorFunctions.SingleLog, float.Epsilon, -103.27893f);
        AssertEverywhere(VectorFunctions.DoubleLog, double.Epsilon, -744.4400719213812);
        AssertEverywhere(VectorFunctions.DoubleLog1p, double.Epsilon, double.Epsilon);
        AssertEverywhere(VectorFunctions.DoubleLog1p, -double.Epsilon, -double.Epsilon);
    }

    private static void AssertEverywhere<T>(VectorFunction<T> function, T argument, T expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int width in VectorFunction<T>.Widths)
        {
            T result = function.Of(width, argument);
            Assert.True(result.Equals(expected) && T.IsNegative(result) == T.IsNegative(expected) || T.IsNaN(result) && T.IsNaN(expected),
                $"{function} of {argument} in {width} bits: {result} instead of {expected}.");
        }
    }
}
