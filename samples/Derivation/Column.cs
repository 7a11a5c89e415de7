namespace Derivation;

/// <summary>A loss in a table.</summary>
/// <param name="Header">What the table calls it.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Offset">What is added to the loss, for a bound, which has no derivative.</param>
sealed record Column(string Header, Loss Loss, double Offset = 0);
