namespace PostLint.Facts;

/// <summary>
/// Something true of the submission. Given facts are told apart by reference, concluded ones by value; kinds of fact are sealed.
/// </summary>
/// <param name="Place">Where it stands.</param>
public abstract record Fact(Place Place);
