namespace LossGen.Benchmarks.Shapes;

/// <summary>Who takes part, for the losses of classifiers and for circle loss.</summary>
internal static class Lineups
{
    public static Lineup Of(ClassificationBatch batch, ClassificationKernel ours, ClassificationKernel tensors, ClassificationKernel loop, Contestant? torch)
    {
        AlignedFloats inPlace = batch.NewGradient();
        return new Lineup(
            Separate("LossGen", ours),
            new Contestant(
                "LossGen in place",
                () =>
                {
                    batch.Logits.Span.CopyTo(inPlace.Span);
                    return ours(inPlace.Span, batch.Labels, inPlace.Span);
                },
                () => inPlace.Span.ToArray()),
            Copies((batch.Logits, inPlace)),
            Separate("System.Numerics.Tensors", tensors),
            Separate("plain loops", loop),
            torch);

        Contestant Separate(string name, ClassificationKernel kernel)
        {
            AlignedFloats gradient = batch.NewGradient();
            return new Contestant(name, () => kernel(batch.Logits.Span, batch.Labels, gradient.Span), () => gradient.Span.ToArray());
        }
    }

    public static Lineup Of(PairBatch batch, PairKernel ours, PairKernel tensors, PairKernel loop, Contestant? torch)
    {
        var positives = new AlignedFloats(batch.Positives.Span.Length, quarter: 1);
        var negatives = new AlignedFloats(batch.Negatives.Span.Length, quarter: 3);
        return new Lineup(
            Separate("LossGen", ours),
            new Contestant(
                "LossGen in place",
                () =>
                {
                    batch.Positives.Span.CopyTo(positives.Span);
                    batch.Negatives.Span.CopyTo(negatives.Span);
                    return ours(positives.Span, negatives.Span, positives.Span, negatives.Span);
                },
                () => [.. positives.Span, .. negatives.Span]),
            Copies((batch.Positives, positives), (batch.Negatives, negatives)),
            Separate("System.Numerics.Tensors", tensors),
            Separate("plain loops", loop),
            torch);

        Contestant Separate(string name, PairKernel kernel)
        {
            var positiveGradient = new AlignedFloats(batch.Positives.Span.Length, quarter: 1);
            var negativeGradient = new AlignedFloats(batch.Negatives.Span.Length, quarter: 3);
            return new Contestant(
                name,
                () => kernel(batch.Positives.Span, batch.Negatives.Span, positiveGradient.Span, negativeGradient.Span),
                () => [.. positiveGradient.Span, .. negativeGradient.Span]);
        }
    }

    private static Func<float> Copies(params (AlignedFloats From, AlignedFloats To)[] copies) => () =>
    {
        foreach ((AlignedFloats from, AlignedFloats to) in copies)
        {
            from.Span.CopyTo(to.Span);
        }

        return 0;
    };
}
