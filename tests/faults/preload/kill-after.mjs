// Loaded into a server before everything else: after SIGUSR2 the next step named by SHEAF_FAULT_KILL_AFTER is the last
// thing the process does, as kill -9 in just that moment would be.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const step = process.env['SHEAF_FAULT_KILL_AFTER'];
let armed = false;
process.on('SIGUSR2', () => {
  armed = true;
  process.stderr.write('armed\n');
});

/** @param {object} owner @param {string} name @param {(args: unknown[]) => boolean} isIt */
function after(owner, name, isIt) {
  const original = owner[name];
  owner[name] = function (...args) {
    const result = original.apply(this, args);
    const last = armed && isIt(args) ? () => process.kill(process.pid, 'SIGKILL') : null;
    if (last === null) return result;
    if (typeof result?.then === 'function') return result.then(last);
    return last();
  };
}

const isCommit = (/** @type {unknown[]} */ [sql]) => typeof sql === 'string' && /^commit$/i.test(sql);

if (step === 'rename') {
  after(require('node:fs/promises'), 'rename', () => true);
  syncBuiltinESMExports();
}
if (step === 'commit') {
  const { prototype } = require('libsql');
  const { prepare } = prototype;
  prototype.prepare = function (sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest);
    if (isCommit([sql])) for (const name of ['run', 'all']) after(statement, name, () => true);
    return statement;
  };
  after(require('pg').Client.prototype, 'query', isCommit);
}
