namespace LossGen.Package.Tests;

/// <summary>A program that runs on machines without .NET.</summary>
/// <param name="Project">What it was made from.</param>
/// <param name="Build">What the build has written.</param>
/// <param name="Output">What the program itself has written.</param>
internal sealed record PublishedProgram(ConsumerProject Project, string Build, string Output);
