import type { Secret } from './secrets';
import type { TableNetwork } from './table-network';

/** Where in the network a secret runs. */
export function edgeOf(network: TableNetwork, { row, column }: Pick<Secret, 'row' | 'column'>): number {
  if (row === null) return network.heldOfColumn(column ?? 0);
  return column === null ? network.heldOfRow(row) : network.cell(row, column);
}
