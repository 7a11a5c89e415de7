namespace LossGen.Package.Tests.Api;

/// <summary>What other code can call is written down, so that no change of it goes unseen.</summary>
public class PublicApiTests
{
    /// <summary>As for the snapshots of generated text: set to 1, it makes what comes the expectation of the next run.</summary>
    private const string AcceptVariable = "LOSSGEN_ACCEPT_SNAPSHOTS";

    private static readonly string Record = Path.Combine(Folders.Repository, "runtime", "PublicApi.txt");

    [Fact]
    public void It_is_as_recorded()
    {
        string[] api = PublicApi.Of(typeof(SoftmaxCrossEntropyAttribute).Assembly);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(Record, string.Concat(api.Select(line => $"{line}\n")));
        }

        string[] recorded = File.Exists(Record) ? File.ReadAllLines(Record) : [];
        string[] differences = [.. recorded.Except(api).Select(line => $"- {line}"), .. api.Except(recorded).Select(line => $"+ {line}")];

        Assert.True(
            differences.Length == 0,
            $"The public API is not what {Record} says: - is gone, + is new.\n{string.Join("\n", differences)}\nIf it is right, run the tests once with {AcceptVariable}=1.");
    }
}
