// Runs before node_modules exists and on any Node: plain old syntax here, everything newer behind the gate.
var found = process.versions.node.split('.');
var major = Number(found[0]);
var minor = Number(found[1]);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    'Sheaf needs Node.js 20.19 or newer; this is ' + process.version + '. See https://nodejs.org/.\n',
  );
  process.exit(1);
}
import('./ready.mjs')
  .then(function (ready) {
    return ready.makeReady({
      build: process.argv.indexOf('--build') !== -1,
      quiet: process.argv.indexOf('--quiet') !== -1,
    });
  })
  .catch(function (error) {
    process.stderr.write(error.message + '\n');
    process.exit(1);
  });
