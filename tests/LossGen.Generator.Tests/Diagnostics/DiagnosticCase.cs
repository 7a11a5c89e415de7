using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Code with one thing wrong, and the nearest code without it.</summary>
/// <param name="Id">The diagnostic that the wrong code gets.</param>
/// <param name="Wrong">The wrong code, with <c>[|</c> and <c>|]</c> around the token that is underlined.</param>
/// <param name="Message">What the diagnostic says.</param>
/// <param name="Right">The nearest good code.</param>
/// <param name="Version">The language of the wrong code.</param>
internal sealed record DiagnosticCase(string Id, string Wrong, string Message, string Right, LanguageVersion Version = LanguageVersion.CSharp14)
{
    private const string Opening = "[|";
    private const string Closing = "|]";

    /// <summary>The wrong code without the marks.</summary>
    public string WrongCode => Wrong.Replace(Opening, "", StringComparison.Ordinal).Replace(Closing, "", StringComparison.Ordinal);

    /// <summary>Where in it the token begins.</summary>
    public int Start => Wrong.IndexOf(Opening, StringComparison.Ordinal);

    /// <summary>The token.</summary>
    public string Token => Wrong[(Start + Opening.Length)..Wrong.IndexOf(Closing, StringComparison.Ordinal)];
}
