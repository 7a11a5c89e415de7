using Xunit.Sdk;

namespace LossGen.Generator.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private const string Text = "one\ntwo\nthree\nfour\nfive\n";

    private readonly string folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Verified => Path.Combine(folder, "Name.verified.cs");

    private string Received => Path.Combine(folder, "Name.received.cs");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_expected_passes_and_leaves_nothing_received_behind()
    {
        File.WriteAllText(Verified, Text);
        File.WriteAllText(Received, "of an earlier run");

        new Snapshot(folder, accepts: false).AssertMatches("Name", Text);

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void What_was_not_expected_fails_with_the_lines_that_differ_and_can_be_looked_at()
    {
        File.WriteAllText(Verified, Text);

        var failure = Assert.ThrowsAny<XunitException>(() =>
            new Snapshot(folder, accepts: false).AssertMatches("Name", Text.Replace("five", "cinque", StringComparison.Ordinal)));

        const string Difference = """
            Name.verified.cs (-) is not what came (+), from line 5 on:
                 2  two
                 3  three
                 4  four
            -    5  five
            -    6
            +    5  cinque
            +    6
            """;
        Assert.StartsWith(Difference, failure.Message, StringComparison.Ordinal);
        Assert.Contains("cinque", File.ReadAllText(Received), StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(Verified));
    }

    [Fact]
    public void A_line_more_is_a_difference()
    {
        File.WriteAllText(Verified, Text);

        Assert.ThrowsAny<XunitException>(() => new Snapshot(folder, accepts: false).AssertMatches("Name", Text + "six\n"));
    }

    [Fact]
    public void Without_an_expectation_a_test_fails()
    {
        Assert.ThrowsAny<XunitException>(() => new Snapshot(folder, accepts: false).AssertMatches("Name", Text));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void What_is_accepted_is_expected_from_then_on()
    {
        File.WriteAllText(Verified, "old");
        File.WriteAllText(Received, "of an earlier run");

        new Snapshot(folder, accepts: true).AssertMatches("Name", Text);

        Assert.Equal(Text, File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
    }
}
