using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.CodeFixes;

/// <summary>How code stands on its lines, so that what is put beside it stands likewise.</summary>
internal static class Lines
{
    /// <summary>The spaces in front of code.</summary>
    public static IEnumerable<SyntaxTrivia> IndentationOf(SyntaxNode code) =>
        code.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    /// <summary>The line break behind a token; nothing where the line goes on.</summary>
    public static SyntaxTrivia[] BreakIn(SyntaxTriviaList trailing) => [.. trailing.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))];

    /// <summary>Whether there is something that must not be lost: a comment or a directive.</summary>
    public static bool HasText(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));
}
