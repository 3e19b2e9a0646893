using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>How a finding of a rule is fixed; the rule's card names it.</summary>
/// <param name="finding">The finding, with its evidence.</param>
/// <param name="treeOf">The tree of a file by its path; null for files without one.</param>
/// <returns>Changes of text that fix it; nothing where only a person can.</returns>
public delegate IEnumerable<Fix> CodeFix(Finding finding, Func<string, SyntaxTree?> treeOf);
