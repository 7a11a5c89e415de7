namespace LossGen.Kernels.Tests.Pairs;

/// <summary>
/// The data of Keras's tests of circle loss: keras-team/keras, keras/src/losses/losses_test.py, class CircleTest (Apache License 2.0). Five unit vectors
/// with the labels 1, 1, 2, 2, 3, and six others as references.
/// </summary>
internal static class KerasCircleLoss
{
    private static readonly double[][] Embeddings =
    [
        [0.70014004, -0.42008403, 0.14002801, 0.56011203],
        [0.17609018, 0.70436073, -0.52827054, 0.44022545],
        [-0.34050261, 0.25537696, -0.68100522, 0.59587957],
        [0.32163376, -0.75047877, 0.53605627, -0.21442251],
        [0.51261459, -0.34174306, 0.17087153, 0.76892189],
    ];

    private static readonly double[][] References =
    [
        [0.40824829, -0.54433105, 0.27216553, 0.68041382],
        [0.76376261, 0.10910895, -0.54554473, 0.32732684],
        [-0.74420841, 0.24806947, 0.49613894, -0.3721042],
        [0.52981294, -0.13245324, 0.79471941, -0.26490647],
        [0.54554473, -0.32732684, 0.10910895, 0.76376261],
        [-0.27216553, 0.68041382, 0.40824829, -0.54433105],
    ];

    public static int[] Labels => [1, 1, 2, 2, 3];

    public static int[] ReferenceLabels => [1, 1, 2, 2, 3, 4];

    public static SimilarityMatrix<double> OfEmbeddings { get; } = new(Cosines(Embeddings, Embeddings), Labels, null);

    public static SimilarityMatrix<double> OfEmbeddingsWithReferences { get; } = new(Cosines(Embeddings, References), Labels, ReferenceLabels);

    public static SimilarityMatrix<double> OfReferences { get; } = new(Cosines(References, References), ReferenceLabels, null);

    private static double[] Cosines(double[][] rows, double[][] columns) =>
        [.. rows.SelectMany(row => columns.Select(column => row.Zip(column, (one, other) => one * other).Sum()))];
}
