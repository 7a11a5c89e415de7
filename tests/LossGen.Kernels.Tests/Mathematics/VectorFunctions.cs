namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The functions under test.</summary>
public static class VectorFunctions
{
    public static readonly VectorFunction<float> SingleExp =
        new("Exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, 0.892, 0.891);

    public static readonly VectorFunction<float> SingleLog =
        new("Log", VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, 0.84, 0.84);

    public static readonly VectorFunction<float> SingleLog1p =
        new("Log1p", VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, 0.84, 0.866);

    public static readonly VectorFunction<double> DoubleExp =
        new("Exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, 0.885, 0.87);

    public static readonly VectorFunction<double> DoubleLog =
        new("Log", VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, 0.85, 0.86);

    public static readonly VectorFunction<double> DoubleLog1p =
        new("Log1p", VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, 0.84, 0.84);

    public static readonly VectorFunction<float>[] Singles = [SingleExp, SingleLog, SingleLog1p];

    public static readonly VectorFunction<double>[] Doubles = [DoubleExp, DoubleLog, DoubleLog1p];
}
