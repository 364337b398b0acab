/**
 * The statements of a migration one by one: what stands in quotes, in a body between $signs$ or between BEGIN and END of a
 * trigger is one. A comment holds no semicolon.
 * @param {string} sql
 * @returns {string[]}
 */
export function statementsOf(sql) {
  const statements = [];
  let from = 0;
  let body = null;
  for (const { 0: found, index } of sql.matchAll(TOKEN)) {
    if (body !== null) {
      if (found.toUpperCase() === body) body = null;
    } else if (/^\$/.test(found)) body = found.toUpperCase();
    else if (/^BEGIN$/i.test(found) && /CREATE\s+TRIGGER/i.test(sql.slice(from, index))) body = 'END';
    else if (found === ';') {
      statements.push(sql.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...statements, sql.slice(from).trim()].filter(Boolean);
}

const TOKEN = /'(?:[^']|'')*'|\$\w*\$|\bBEGIN\b|\bEND\b|;/gi;
