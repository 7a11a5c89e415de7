namespace LossGen;

/// <summary>How a hinge loss makes one number of all the violations u of a row.</summary>
public enum Over
{
    /// <summary>The sum of the positive parts, Σ max(u, 0).</summary>
    Sum,

    /// <summary>The positive part of the largest, max(max u, 0).</summary>
    Max,

    /// <summary>The positive part of the smoothed maximum, max(log Σ exp u, 0).</summary>
    LogSumExp,
}
