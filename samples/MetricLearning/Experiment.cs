using Digits;

namespace MetricLearning;

/// <summary>One split: the unseen digits as they are, as a network embeds them before it has learned anything, and after each training.</summary>
sealed class Experiment
{
    const string Pixels = "raw pixels";
    const string Untrained = "untrained network";

    readonly int seed;
    readonly IObjective[] objectives;

    public Experiment(ClassSplit split, int seed)
    {
        Split = split;
        this.seed = seed;
        objectives = [new CircleObjective(), new CosFaceObjective(new Random(seed))];
        Before =
        [
            Method.Of(Pixels, split.Unseen.Images, split.Unseen.Labels.Span),
            Method.Of(Untrained, NewNetwork().Forward(split.Unseen.Images), split.Unseen.Labels.Span),
        ];
        After = new Method[objectives.Length];
        Checks = new LossCheck[objectives.Length];
    }

    public ClassSplit Split { get; }

    /// <summary>The pixels and the untrained network.</summary>
    public Method[] Before { get; }

    /// <summary>What each training made of the same network.</summary>
    public Method[] After { get; }

    public LossCheck[] Checks { get; }

    public int ParameterCount => NewNetwork().ParameterCount;

    public IEnumerable<string> ObjectiveNames => objectives.Select(objective => objective.Name);

    /// <summary>Trains with one of the objectives. Both begin with the same weights and see the same batches.</summary>
    public void Train(int objective, Action step)
    {
        EmbeddingNetwork network = NewNetwork();
        GlyphSampler sampler = new(Split.Seen, new Random(seed));
        Training.Run(network, objectives[objective], sampler, step);
        After[objective] = Method.Of(objectives[objective].Name, network.Forward(Split.Unseen.Images), Split.Unseen.Labels.Span);
        Checks[objective] = Check(network, objectives[objective], sampler);
    }

    EmbeddingNetwork NewNetwork() => new(Math.Max(GlyphSampler.BatchSize, Split.Unseen.Count), new Random(seed));

    static LossCheck Check(EmbeddingNetwork network, IObjective objective, GlyphSampler sampler)
    {
        Matrix images = new(GlyphSampler.BatchSize, DigitData.Pixels);
        int[] labels = new int[GlyphSampler.BatchSize];
        sampler.Draw(images, labels);
        return objective.Check(network.Forward(images), labels);
    }
}
