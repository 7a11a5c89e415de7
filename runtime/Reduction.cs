namespace LossGen;

/// <summary>How the losses of a batch's rows become the one number that a kernel returns.</summary>
public enum Reduction
{
    /// <summary>The sum of the rows' losses divided by the number of rows; gradients carry the same divisor.</summary>
    Mean,

    /// <summary>The sum of the rows' losses; gradients are of the sum.</summary>
    Sum,
}
