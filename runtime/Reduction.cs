namespace LossGen;

/// <summary>How the losses of a batch's rows become the one number that a kernel returns. Gradients are of that number.</summary>
/// <remarks>
/// A method that returns nothing reduces nothing: its gradients are of each row's own loss, and a reduction in its attribute gets a warning. Losses before
/// reduction are written to a parameter <c>losses</c>.
/// </remarks>
public enum Reduction
{
    /// <summary>The sum of the rows' losses divided by how many rows count; if none does, the loss and the gradient are 0.</summary>
    /// <remarks>
    /// All rows count but those whose label is ignored and, in a similarity matrix, those without a positive or without a negative. Softmax cross entropy
    /// with labels and class weights divides by the sum of the labels' weights instead, as PyTorch's does. For any other divisor take <see cref="Sum"/> and
    /// hand its reciprocal to the parameter <c>upstream</c>.
    /// </remarks>
    Mean,

    /// <summary>The sum of the rows' losses.</summary>
    Sum,
}
