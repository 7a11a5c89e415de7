namespace LossGen;

/// <summary>What <see cref="Exponential"/> has to know of a precision.</summary>
internal interface IExponentialFormat
{
    /// <summary>A value above which e^x overflows.</summary>
    static abstract double Overflow { get; }

    /// <summary>A value below which e^x rounds to zero.</summary>
    static abstract double Underflow { get; }

    /// <summary>A value whose product with log2(e) rounds to minus the exponent's bias.</summary>
    static abstract double UnderflowOfNormal { get; }

    /// <summary>The exponent's bias.</summary>
    static abstract int Bias { get; }

    /// <summary>1.5 * 2^<see cref="MantissaBits"/>, where the last bit counts ones, plus twice the exponent's bias.</summary>
    static abstract double RoundingShift { get; }

    /// <summary>The head of ln 2, with so many zeros behind it that its product with every n is exact.</summary>
    static abstract double Ln2High { get; }

    /// <summary>ln 2 - <see cref="Ln2High"/>, rounded.</summary>
    static abstract double Ln2Low { get; }

    /// <summary>The number of stored bits of the significand.</summary>
    static abstract int MantissaBits { get; }

    /// <summary>(e^r - 1 - r) / r^2 for |r| at most half of ln 2.</summary>
    static abstract TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>;
}
