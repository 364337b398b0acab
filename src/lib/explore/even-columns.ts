/**
 * An ordered list laid into columns of about the same height, each a run of neighbours, so that reading goes down and
 * then on. Done here and not by CSS columns: those lay out every picture anew when a number in one of them changes.
 */
export function evenColumns<T>(members: readonly T[], columns: number, height: (member: T) => number): T[][] {
  const total = members.reduce((sum, member) => sum + height(member), 0);
  const laid = Array.from({ length: columns }, (): T[] => []);
  let above = 0;
  for (const member of members) {
    // A member belongs where its middle would lie if all columns were one.
    const middle = above + height(member) / 2;
    const column = total === 0 ? 0 : Math.min(columns - 1, Math.floor((middle / total) * columns));
    laid[column]?.push(member);
    above += height(member);
  }
  return laid.filter((column) => column.length > 0);
}
