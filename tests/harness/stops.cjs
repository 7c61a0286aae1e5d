// Loaded before the command, in its process: stops it just before the first call of each function of the file system that
// STOPS names, one after the other. It makes a file then, and goes on when that is taken away. Its clock stands still but
// while it waits and is stopped: a pause is STEP milliseconds long, and a stop a second and a half.
const fs = require('node:fs');

const { STOPS, STEP, AT } = process.env;
const { existsSync, writeFileSync } = fs;
const { wait } = Atomics;
const left = STOPS.split(',');
let now = 0;

performance.now = () => now;
Atomics.wait = () => {
  now += Number(STEP);
  writeFileSync(`${AT}.waits`, '');
  sleep();
};
for (const name of new Set(left)) {
  const call = fs[name];
  fs[name] = (...given) => {
    if (left[0] === name) stop(left.shift());
    return call(...given);
  };
}

function stop(name) {
  now += 1500;
  writeFileSync(`${AT}.${name}`, '');
  while (existsSync(`${AT}.${name}`)) sleep();
}

function sleep() {
  wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
