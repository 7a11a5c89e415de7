namespace LossGen.Kernels.Tests.Reference;

/// <summary>A row of classes is the case of one positive, the label's score, and all others as negatives.</summary>
internal static class Classification
{
    public static T[] Negatives<T>(ReadOnlySpan<T> row, int label) => [.. row[..label], .. row[(label + 1)..]];

    /// <summary>Puts the label's value back between those of the negatives, so that the index is the class again.</summary>
    public static T[] ByClass<T>(ReadOnlySpan<T> ofNegatives, T ofLabel, int label) => [.. ofNegatives[..label], ofLabel, .. ofNegatives[label..]];
}
