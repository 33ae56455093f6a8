/** The name that a misspelt one most likely means; `null` where none is close. */
export function closestName(misspelt: string, names: readonly string[]): string | null {
  let closest: string | null = null;
  let fewest = Infinity;
  for (const name of names) {
    const edits = Math.min(countEdits(fold(misspelt), fold(name)), countEdits(singular(misspelt), singular(name)));
    // Two slips in a long name, one in a short one; a name of four letters is too near to any other.
    const allowed = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
    if (edits <= allowed && edits < fewest) [closest, fewest] = [name, edits];
  }
  return closest;
}

const fold = (name: string) => name.toLowerCase();
const singular = (name: string) => fold(name).replace(/ies$/, 'y').replace(/s$/, '');

/** Letters to insert, drop, replace or swap with their neighbour. */
function countEdits(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(from.length, to.length);
}
