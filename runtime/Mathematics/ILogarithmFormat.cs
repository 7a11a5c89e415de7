namespace LossGen;

/// <summary>What <see cref="Logarithm"/> has to know of a precision.</summary>
internal interface ILogarithmFormat
{
    /// <summary>The smallest normal number.</summary>
    static abstract double SmallestNormal { get; }

    /// <summary>The number of stored bits of the significand.</summary>
    static abstract int MantissaBits { get; }

    /// <summary>The exponent's bias.</summary>
    static abstract int Bias { get; }

    /// <summary>The bits of the square root of one half: the lower end of the reduced range.</summary>
    static abstract ulong ReducedRangeBits { get; }

    /// <summary>The head of ln 2, with so many zeros behind it that its product with every exponent is exact.</summary>
    static abstract double Ln2High { get; }

    /// <summary>ln 2 - <see cref="Ln2High"/>, rounded.</summary>
    static abstract double Ln2Low { get; }

    /// <summary>(ln((1 + s) / (1 - s)) - 2 s) / s for s^2 = <paramref name="square"/>, where |s| is at most 0.1716.</summary>
    static abstract TLanes Tail<TLanes>(TLanes square)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>(ln(1 + x) - x) / x^2 for x from 0 to 1, with x^2 = <paramref name="square"/>.</summary>
    static abstract TLanes TailUpToOne<TLanes>(TLanes x, TLanes square)
        where TLanes : struct, ILanes<TLanes>;
}
