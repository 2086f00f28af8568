// Preloaded into a process: what would start a process, use the network or write a file throws and is recorded in the
// file SEALED_LOG, a line each; what is read is recorded, too.
const fs = require('node:fs');

const { openSync, writeSync, closeSync, realpathSync } = fs;
const record = (what) => {
  const file = openSync(process.env.SEALED_LOG, 'a');
  writeSync(file, `${what}\n`);
  closeSync(file);
};

function forbid(owner, name, names) {
  for (const one of names)
    if (typeof owner[one] === 'function')
      owner[one] = () => {
        record(`forbidden ${name}.${one}`);
        throw new Error(`forbidden: ${name}.${one}`);
      };
}

/** What a process asks of its own threads is nobody's file. */
const isFile = (path) => typeof path === 'string' && path !== '/proc/self/task' && fs.existsSync(path);

function watch(owner, names) {
  for (const one of names) {
    const original = owner[one];
    owner[one] = (...args) => {
      if (isFile(args[0])) record(`read ${realpathSync(args[0])}`);
      return original.apply(owner, args);
    };
  }
}

const writing = ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'rename', 'symlink', 'link'];
const changing = ['copyFile', 'cp', 'truncate', 'chmod', 'chown', 'utimes'];
const both = [...writing, ...changing].flatMap((name) => [name, `${name}Sync`]);
forbid(fs, 'fs', [...both, 'createWriteStream']);
forbid(fs.promises, 'fs.promises', [...both, 'open']);
watch(fs, [
  'readFileSync',
  'readFile',
  'readdirSync',
  'readdir',
  'opendirSync',
  'createReadStream',
  'open',
  'openSync',
]);
watch(fs.promises, ['readFile', 'readdir']);
const starts = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'];
forbid(require('node:child_process'), 'child_process', starts);
for (const name of ['http', 'https', 'http2'])
  forbid(require(`node:${name}`), name, ['request', 'get', 'connect', 'createServer', 'createSecureServer']);
const net = require('node:net');
forbid(net, 'net', ['connect', 'createConnection', 'createServer']);
forbid(net.Server.prototype, 'net.Server', ['listen']);
forbid(require('node:tls'), 'tls', ['connect', 'createServer']);
forbid(require('node:dgram'), 'dgram', ['createSocket']);
const dns = require('node:dns');
for (const [name, owner] of Object.entries({ dns, 'dns.promises': dns.promises }))
  forbid(owner, name, ['lookup', 'resolve', 'resolve4', 'resolve6']);
forbid(require('node:worker_threads'), 'worker_threads', ['Worker']);
forbid(require('node:vm'), 'vm', ['runInThisContext', 'runInNewContext', 'runInContext']);
forbid(globalThis, 'globalThis', ['fetch', 'WebSocket', 'eval']);
