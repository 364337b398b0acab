// Loaded into a process before everything else: what opens a database gets its statements one by one, and before the one
// numbered SHEAF_FAULT_STATEMENT the process dies as by kill -9. At its end it says how many there were.
import { createRequire } from 'node:module';
import { statementsOf } from './statements.mjs';

const require = createRequire(import.meta.url);
const last = Number(process.env['SHEAF_FAULT_STATEMENT'] ?? Infinity);
let seen = 0;

function dieInTime() {
  seen += 1;
  if (seen === last) process.kill(process.pid, 'SIGKILL');
}

const { exec } = require('libsql').prototype;
require('libsql').prototype.exec = function (sql) {
  for (const statement of statementsOf(sql)) {
    dieInTime();
    exec.call(this, statement);
  }
};

const { query } = require('pg').Client.prototype;
require('pg').Client.prototype.query = function (sql, ...rest) {
  const statements = typeof sql === 'string' && rest.length === 0 ? statementsOf(sql) : [sql];
  if (statements.length < 2) {
    dieInTime();
    return query.call(this, sql, ...rest);
  }
  return (async () => {
    for (const statement of statements) {
      dieInTime();
      await query.call(this, statement);
    }
  })();
};

process.on('exit', () => process.stderr.write(`statements: ${seen}\n`));
