/**
 * The largest value of `c · x` over `A x <= b`, `x >= 0`, by the two-phase simplex method with Bland's rule (Chvátal 1983,
 * Linear Programming, chapters 2 and 3): dense and plain, for a few dozen rows. The attacker's own arithmetic, which
 * shares nothing with the audit it is set against. Infinity when unbounded; NaN when no x satisfies the rows.
 */
export function largest(A: readonly (readonly number[])[], b: readonly number[], c: readonly number[]): number {
  const [m, n] = [b.length, c.length];
  // Columns: the n variables, the auxiliary one of phase 1, the right side. Rows: m, the goal, the goal of phase 1.
  const rows = A.map((row, i) => [...row, -1, b[i] ?? 0]);
  rows.push([...c.map((value) => -value), 0, 0], [...c.map(() => 0), 1, 0]);
  const [goal, first] = [m, m + 1];
  const inColumn = [...c.keys(), -1];
  const inRow = b.map((_, i) => n + i);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;

  function pivot(r: number, s: number): void {
    const by = at(r, s);
    const lead = (rows[r] ?? []).map((value, j) => (j === s ? 1 / by : value / by));
    for (let i = 0; i < rows.length; i += 1) {
      const factor = at(i, s);
      if (i === r || factor === 0) continue;
      rows[i] = (rows[i] ?? []).map((value, j) =>
        j === s ? -factor * (lead[j] ?? 0) : value - factor * (lead[j] ?? 0),
      );
    }
    rows[r] = lead;
    [inRow[r], inColumn[s]] = [inColumn[s] ?? 0, inRow[r] ?? 0];
  }

  function climb(of: number): boolean {
    for (;;) {
      let enters = -1;
      for (let j = 0; j <= n; j += 1) {
        if (of === goal && inColumn[j] === -1) continue;
        if (at(of, j) < -TINY && (enters < 0 || (inColumn[j] ?? 0) < (inColumn[enters] ?? 0))) enters = j;
      }
      if (enters < 0) return true;
      let leaves = -1;
      for (let i = 0; i < m; i += 1) {
        if (at(i, enters) <= TINY) continue;
        if (leaves < 0) leaves = i;
        const [one, other] = [at(i, n + 1) / at(i, enters), at(leaves, n + 1) / at(leaves, enters)];
        if (one < other - TINY || (one < other + TINY && (inRow[i] ?? 0) < (inRow[leaves] ?? 0))) leaves = i;
      }
      if (leaves < 0) return false;
      pivot(leaves, enters);
    }
  }

  let lowest = 0;
  for (let i = 1; i < m; i += 1) if (at(i, n + 1) < at(lowest, n + 1)) lowest = i;
  if (m > 0 && at(lowest, n + 1) < -TINY) {
    pivot(lowest, n);
    if (!climb(first) || at(first, n + 1) < -1e-6) return NaN;
    const row = inRow.indexOf(-1);
    if (row >= 0) {
      let s = 0;
      for (let j = 1; j <= n; j += 1) if (Math.abs(at(row, j)) > Math.abs(at(row, s))) s = j;
      pivot(row, s);
    }
  }
  return climb(goal) ? at(goal, n + 1) : Infinity;
}

const TINY = 1e-9;
