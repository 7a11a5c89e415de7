using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LossGen;

/// <summary>
/// One or more floating-point numbers that are computed with in lockstep: what the vector functions need of a scalar or a vector,
/// so that each function is written once and compiled for every width and precision.
/// </summary>
/// <remarks>
/// Every operation is one that IEEE 754 fixes to the last bit, or a choice between its operands. That is why all widths agree.
/// </remarks>
/// <typeparam name="TSelf">The implementing structure.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The value in every lane, rounded to the lanes' precision.</summary>
    static abstract TSelf Create(double value);

    /// <summary>The number with these bits in every lane; in single precision the lower 32 of them.</summary>
    static abstract TSelf CreateFromBits(ulong bits);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary><c>left * right + addend</c>, rounded once where <see cref="Lanes.HasFusedMultiplyAdd"/>, and twice elsewhere.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The smaller of both; a NaN in <paramref name="value"/> stays a NaN.</summary>
    static abstract TSelf Minimum(TSelf bound, TSelf value);

    /// <summary>The larger of both; a NaN in <paramref name="value"/> stays a NaN.</summary>
    static abstract TSelf Maximum(TSelf bound, TSelf value);

    /// <summary><paramref name="then"/> in the lanes where <c>left &lt; right</c>, <paramref name="otherwise"/> in the others, NaN included.</summary>
    static abstract TSelf WhereLess(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary><paramref name="then"/> in the lanes where <c>left == right</c>, <paramref name="otherwise"/> in the others, NaN included.</summary>
    static abstract TSelf WhereEqual(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>The sum of the bits read as integers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The difference of the bits read as integers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>The bits that both have.</summary>
    static abstract TSelf AndBits(TSelf left, TSelf right);

    /// <summary>Whether the processor has <see cref="Scale"/>.</summary>
    static abstract bool HasScale { get; }

    /// <summary><c>value * 2^exponent</c> for a whole exponent of any size, rounded once.</summary>
    static abstract TSelf Scale(TSelf value, TSelf exponent);

    /// <summary>The bits moved towards the sign, with zeros behind them.</summary>
    static abstract TSelf ShiftBitsLeft(TSelf value, int count);

    /// <summary>The bits moved away from the sign, with zeros behind them.</summary>
    static abstract TSelf ShiftBitsRight(TSelf value, int count);
}

/// <summary>What lanes of every width have in common.</summary>
internal static class Lanes
{
    /// <summary>
    /// Whether the processor multiplies and adds in one rounding. Without it <c>FusedMultiplyAdd</c> would be computed in software,
    /// an order of magnitude slower than the whole function.
    /// </summary>
    public static bool HasFusedMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }
}
