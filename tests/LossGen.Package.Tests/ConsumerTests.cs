namespace LossGen.Package.Tests;

/// <summary>The package in a fresh project, where every warning is an error.</summary>
public class ConsumerTests(PackageFixture fixture)
{
    [Fact]
    public async Task The_example_of_the_readme_writes_what_it_says()
    {
        ConsumerProject project = await fixture.BuiltExample;

        Assert.Equal(Readme.Output, (await project.RunAsync()).OutputOfSuccess().Trim());
    }

    [Fact]
    public async Task A_misspelt_parameter_is_an_error_that_names_it()
    {
        ConsumerProject project = await fixture.CreateProjectAsync("Misspelt", Readme.Example.Replace("ReadOnlySpan<int> labels", "ReadOnlySpan<int> lables", StringComparison.Ordinal));

        Finished build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error LOSSGEN007: 'lables' is not a role", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_an_older_framework_is_told_so()
    {
        ConsumerProject project = await fixture.CreateProjectAsync("Older", "");
        project.Target("net8.0");

        Finished build = await project.BuildAsync();

        Assert.Contains("NU1202", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_an_attribute_gets_nothing()
    {
        ConsumerProject project = await fixture.CreateProjectAsync("WithoutAttribute", "System.Console.WriteLine(LossGen.VectorMath.Exp(0f));");

        (await project.BuildAsync()).OutputOfSuccess();

        Assert.Empty(project.GeneratedFiles);
    }
}
