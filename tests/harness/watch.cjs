// Loaded before the command, in its process: notes what it asks of the system, and writes that to WATCH_TO when it ends.
const fs = require('node:fs');
const programs = require('node:child_process');
const { Socket, Server } = require('node:net');
const datagrams = require('node:dgram').Socket.prototype;
const names = require('node:dns');
const modules = require('node:module');

const { writeFileSync } = fs;
const told = process.env.WATCH_TO;
delete process.env.WATCH_TO;

const seen = { read: new Set(), written: new Set(), started: new Set(), reached: new Set() };

const CHANGES = /^(?:append|chmod|chown|copy|cp|lch|link|lutimes|mk|rename|rm|symlink|truncate|unlink|utimes|write)/u;
const TAKES_TWO = /^(?:rename|link|symlink|copyFile|cp)/u;
const FAR = /^(?:node:)?(?:net|tls|dgram|dns|https?|http2|inspector|cluster|worker_threads|vm|repl)(?:\/|$)/u;

for (const holder of [fs, fs.promises]) {
  for (const name of Object.keys(holder))
    if (/^[a-z]/u.test(name)) wrap(holder, name, (given) => noteFile(name, given));
}
wrap(fs.realpathSync, 'native', (given) => noteFile('realpath', given));
for (const name of Object.keys(programs)) {
  wrap(programs, name, ([program, args, options]) => {
    seen.started.add(JSON.stringify([program, ...(args ?? []), ...(options?.shell ? ['in a shell'] : [])]));
  });
}
wrap(modules, '_load', ([name]) => noteFar(String(name)));
wrap(process, 'getBuiltinModule', ([name]) => noteFar(String(name)));
for (const [holder, name] of [
  [Socket.prototype, 'connect'],
  [Server.prototype, 'listen'],
  [datagrams, 'bind'],
  [datagrams, 'send'],
  [names, 'lookup'],
  [names, 'resolve'],
  [globalThis, 'fetch'],
  [globalThis, 'WebSocket'],
]) {
  wrap(holder, name, () => {
    seen.reached.add(name);
    throw new Error(`${name} is called`);
  });
}

process.on('exit', () => {
  const all = Object.entries(seen).map(([key, set]) => [key, [...set].sort()]);
  writeFileSync(told, JSON.stringify(Object.fromEntries(all)));
});

function noteFile(name, given) {
  const opens = /^(?:open|createWriteStream)/u.test(name);
  const to = CHANGES.test(name) || (opens && isToWrite(name, given[1])) ? seen.written : seen.read;
  for (const path of given.slice(0, TAKES_TWO.test(name) ? 2 : 1)) {
    if (typeof path === 'string' || Buffer.isBuffer(path) || path instanceof URL) to.add(String(path));
  }
}

function isToWrite(name, flags) {
  if (name === 'createWriteStream') return true;
  const { O_WRONLY, O_RDWR } = fs.constants;
  return typeof flags === 'number' ? (flags & (O_WRONLY | O_RDWR)) !== 0 : /[wa+]/u.test(String(flags));
}

function noteFar(name) {
  if (FAR.test(name)) seen.reached.add(name);
}

function wrap(holder, name, note) {
  const original = holder[name];
  if (typeof original !== 'function') return;
  const wrapped = function (...given) {
    note(given);
    return original.apply(this, given);
  };
  Object.defineProperty(holder, name, { value: Object.assign(wrapped, original), configurable: true, writable: true });
}
