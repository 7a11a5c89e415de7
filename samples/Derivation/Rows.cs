namespace Derivation;

/// <summary>The rows of the figures and of the tables.</summary>
static class Rows
{
    /// <summary>Four classes: the label at 0, A at the gap, B close behind the label and C far behind.</summary>
    public static readonly MovingRow Classes = new(-4, 2, gap => new Row([0], [(float)gap, -0.5f, -3]));

    /// <summary>Four classes whose scores are cosines.</summary>
    public static readonly MovingRow Cosines = new(-1.6, 0.4, gap => new Row([0.6f], [(float)(0.6 + gap), 0.1f, -0.4f]));

    /// <summary>Three positives and three negatives.</summary>
    public static readonly MovingRow Pairs = new(-0.8, 0.4, gap => new Row([0.5f, 0.7f, 0.9f], [(float)(0.5 + gap), 0.1f, 0]));

    /// <summary>One positive near its optimum, and one negative.</summary>
    public static readonly MovingRow HighPositive = new(-1, 0.1, gap => Pair(0.9, 0.9 + gap));

    /// <summary>One positive far from its optimum, and one negative.</summary>
    public static readonly MovingRow LowPositive = new(-1, 0.1, gap => Pair(0.4, 0.4 + gap));

    /// <summary>One positive and one negative.</summary>
    public static Row Pair(double positive, double negative) => new([(float)positive], [(float)negative]);
}
