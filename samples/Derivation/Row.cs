namespace Derivation;

/// <summary>The scores of one row: of positives, which should be high, and of negatives. The label of a row of classes is its only positive.</summary>
sealed record Row(float[] Positives, float[] Negatives);
