using System.Globalization;
using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>Collects what one row's kernel returned against what was expected, and fails with the worst that is beyond the bound.</summary>
internal sealed class Judge(string row, NumberFormat format)
{
    private const int FailuresShown = 5;

    private readonly List<(double Multiple, string Text)> _failures = [];
    private double _worstLoss;
    private double _worstGradient;

    public void Loss<T>(T actual, BigReal expected, BigReal bound)
        where T : IBinaryFloatingPointIeee754<T> =>
        _worstLoss = Math.Max(_worstLoss, Multiple("loss", double.CreateChecked(actual), expected, bound));

    public void Gradient<T>(string name, ReadOnlySpan<T> actual, BigReal[] expected, BigReal[] bounds)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Assert.True(actual.Length == expected.Length, $"{row}: {name} has {actual.Length} components, expected {expected.Length}.");
        for (var i = 0; i < actual.Length; i++)
        {
            _worstGradient = Math.Max(_worstGradient, Multiple($"{name}[{i}]", double.CreateChecked(actual[i]), expected[i], bounds[i]));
        }
    }

    public WorstMultiples Verdict()
    {
        if (_failures.Count > 0)
        {
            var worst = _failures
                .OrderByDescending(failure => failure.Multiple)
                .Take(FailuresShown)
                .Select(failure => $"{Environment.NewLine}  {failure.Text}");
            var more = _failures.Count > FailuresShown ? $"{Environment.NewLine}  and {_failures.Count - FailuresShown} more" : "";
            Assert.Fail($"{row}:{string.Concat(worst)}{more}");
        }

        return new WorstMultiples(_worstLoss, _worstGradient);
    }

    private double Multiple(string component, double actual, BigReal expected, BigReal bound)
    {
        if (double.IsInfinity(actual))
        {
            // Infinity is the right answer of this number format, and the only one, from where the exact value leaves its range.
            var overflows = BigReal.Abs(expected) + bound > format.Largest && double.IsPositive(actual) == (expected.Sign > 0);
            return overflows ? 0 : Fail("infinite instead of finite", double.PositiveInfinity);
        }

        if (double.IsNaN(actual))
        {
            return Fail("not a number", double.PositiveInfinity);
        }

        var error = BigReal.Abs(actual - expected);
        if (bound.IsZero)
        {
            return error.IsZero ? 0 : Fail("where exactly 0 is required", double.PositiveInfinity);
        }

        var multiple = (double)(error / bound);
        return multiple <= 1 ? multiple : Fail(string.Create(CultureInfo.InvariantCulture, $"error {multiple:G4} times the bound {bound}"), multiple);

        double Fail(string reason, double multiple)
        {
            _failures.Add((multiple, string.Create(CultureInfo.InvariantCulture, $"{component}: expected {expected}, actual {actual:G17}, {reason}")));
            return multiple;
        }
    }
}
