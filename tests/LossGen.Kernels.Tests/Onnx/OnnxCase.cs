using System.Globalization;
using System.Text.Json;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Onnx;

/// <summary>One of the published cases: its inputs, the loss that the project recorded, and the exact numbers.</summary>
internal sealed class OnnxCase
{
    private const string Prefix = "Onnx.";
    private const string Suffix = ".json";

    private readonly JsonElement _json;

    private OnnxCase(JsonElement json)
    {
        _json = json;
        var weights = json.GetProperty("weights_bits").GetString();
        Reduction = json.GetProperty("reduction").GetString()!;
        Input = new ClassificationInput<float>(
            json.GetProperty("C").GetInt32(),
            [.. json.GetProperty("x_bits").EnumerateArray().SelectMany(row => Floats(row.GetString()!))],
            [.. json.GetProperty("labels").EnumerateArray().Select(label => label.GetInt64())]);
        if (weights is not null)
        {
            Input = Input with { ClassWeights = Floats(weights) };
        }

        IgnoreLabel = json.GetProperty("ignore_index") is { ValueKind: JsonValueKind.Number } ignored ? ignored.GetInt64() : null;
    }

    public static IEnumerable<string> Names => typeof(OnnxCase).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Suffix.Length]);

    /// <summary>mean, sum or none.</summary>
    public string Reduction { get; }

    public long? IgnoreLabel { get; }

    /// <summary>Weights of 1 where the case has none.</summary>
    public ClassificationInput<float> Input { get; }

    /// <summary>The loss of every row, or the reduced one, as the project recorded it.</summary>
    public float[] RecordedLoss => Floats(_json.GetProperty("loss_bits").GetString()!);

    /// <summary>The same without rounding.</summary>
    public BigReal[] ExactLoss => Exact(_json.GetProperty("loss_exact"));

    public static OnnxCase Named(string name)
    {
        using var stream = typeof(OnnxCase).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!;
        using var document = JsonDocument.Parse(stream);
        return new OnnxCase(document.RootElement.Clone());
    }

    /// <summary>The derivative of the loss, or of each row's own loss: the rows without weights, times w_y and over what the mean divides by.</summary>
    public BigReal[] ExactGradient()
    {
        var divisor = BigReal.One;
        if (Reduction == "mean")
        {
            divisor = Input.Labels.Aggregate(BigReal.Zero, (sum, label) => sum + WeightOf(label));
        }

        return
        [
            .. _json.GetProperty("row_grad_exact").EnumerateArray()
                .SelectMany((row, i) => Exact(row).Select(component => component * WeightOf(Input.Labels[i]) / divisor)),
        ];
    }

    private BigReal WeightOf(long label) => label == IgnoreLabel ? BigReal.Zero : Input.ClassWeights[label];

    private static BigReal[] Exact(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => DecimalText.Parse(number.GetString()!))];

    private static float[] Floats(string bits) =>
        [.. bits.Split(' ').Select(word => BitConverter.UInt32BitsToSingle(uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
}
