// Divides the program into parts, each a file, so that a command reads only what it needs: to read and to evaluate all
// of the program takes longer than most commands do. The source knows nothing of it and imports as everything does.
import { relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { lateBuiltins } from './late-builtins.js';

/**
 * Bundles each part into `NAME.cjs` and gives esbuild's results. `parts` says with which files each of them begins: the
 * program starts with the first part, and any other is loaded when a function of a file that it begins with is first
 * called, for which such a file exports functions alone. A package may stand for a file. What else there is stands in the
 * first part that imports it, and the other parts take it from there. A part with `lists` also begins with what those
 * files import and no part begins with.
 */
export async function builtParts(parts, options) {
  const program = await divided(parts, options);
  const results = [];
  for (const { name } of parts) {
    const stdin = { contents: textOf(name, program), resolveDir: options.absWorkingDir };
    const plugins = [standIns(name, program, options.absWorkingDir), lateBuiltins, ...options.plugins];
    results.push(await build({ ...options, stdin, plugins, outfile: `${name}.cjs` }));
  }
  return results;
}

/**
 * `home`: the part in which each file and package stands. `late`: those that are called late. `names`: what those export
 * that one part takes from another.
 */
async function divided(parts, options) {
  const [{ begins: start }] = parts;
  const { inputs } = (await build({ ...options, entryPoints: start, outfile: 'all.cjs' })).metafile;
  const all = withListed(parts, inputs);
  const late = new Set(all.slice(1).flatMap(({ begins }) => begins));
  const home = new Map();
  const taken = new Set(late);
  const enter = (one, part) => {
    if (home.has(one) && home.get(one) !== part) taken.add(one);
    if (home.has(one)) return;
    home.set(one, part);
    for (const next of importsOf(one, inputs)) if (!late.has(next)) enter(next, part);
  };
  for (const { name, begins } of all) for (const one of begins) enter(one, name);
  return { start, home, late, names: await namesOf([...taken], options) };
}

function withListed(parts, inputs) {
  const known = new Set(parts.flatMap(({ begins }) => begins));
  return parts.map(({ name, begins, lists = [] }) => {
    const listed = lists.flatMap((file) => importsOf(file, inputs)).filter((file) => !known.has(file));
    return { name, begins: [...begins, ...listed] };
  });
}

// The files of a package, and texts, stand where they are used.
function importsOf(one, inputs) {
  const imports = (inputs[one]?.imports ?? []).filter(({ external, original }) => !external && original !== undefined);
  return imports.flatMap(({ path, original }) => (isFile(path) ? [path] : isPackage(original) ? [original] : []));
}

function isFile(path) {
  return /^src\/.*\.ts$/u.test(path);
}

function isPackage(path) {
  return !path.startsWith('.') && !isFile(path);
}

async function namesOf(all, options) {
  const files = { format: 'esm', bundle: false, entryPoints: all.filter(isFile), outdir: 'names' };
  const { outputs } = (await build({ ...options, ...files })).metafile;
  const names = new Map(Object.values(outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
  for (const one of all.filter(isPackage)) {
    const exports = Object.keys(await import(one));
    // Node adds names of its own to what a CommonJS module exports.
    names.set(
      one,
      exports.filter((name) => name !== 'module.exports' && name !== '__esModule'),
    );
  }
  return names;
}

/**
 * The text of which a part is made: what is called late in it, what else others take from it, and in the first part the
 * start of the program.
 */
function textOf(part, { start, home, late, names }) {
  const own = [...names.keys()].filter((one) => home.get(one) === part);
  const exports = own
    .filter((one) => late.has(one))
    .map((one) => `export { ${imported(one, names)} } from '${from(one)}';`);
  const others = own.filter((one) => !late.has(one));
  const imports = others.map((one) => `import { ${imported(one, names)} } from '${from(one)}';`);
  const starts = start.filter((one) => home.get(one) === part).map((one) => `import '${from(one)}';`);
  const ids = others.flatMap((one) => names.get(one).map((name) => idOf(one, name, names)));
  // Others take what they need while the program runs, before this text comes to its end: a function is there by then.
  return [...exports, ...imports, ...starts, `export function taken() { return { ${ids} }; }`].join('\n');
}

function from(one) {
  return isFile(one) ? `./${one}` : one;
}

function imported(one, names) {
  return names.get(one).map((name) => `${name} as ${idOf(one, name, names)}`);
}

/** What a name of a file is called among all that is taken. */
function idOf(one, name, names) {
  return `${name}$${[...names.keys()].indexOf(one)}`;
}

/** Puts something in the place of what another part holds: what it exports, or functions that load it. */
function standIns(part, program, root) {
  const { home, late, names } = program;
  return {
    name: 'stand-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/\w+\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'part' }));
      onResolve({ filter: /./ }, ({ path, importer, resolveDir, kind }) => {
        const one = path.startsWith('.') ? relative(root, resolve(resolveDir, path)).replaceAll(sep, '/') : path;
        if (!names.has(one) || home.get(one) === part || importer.includes('node_modules')) return undefined;
        const isCalled = late.has(one) && kind !== 'dynamic-import';
        return { path: one, namespace: isCalled ? 'called' : 'taken', sideEffects: false };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: partText(path) }));
      onLoad({ filter: /./, namespace: 'taken' }, ({ path }) => ({ contents: takenText(path, program) }));
      onLoad({ filter: /./, namespace: 'called' }, ({ path }) => ({ contents: calledText(path, program) }));
    },
  };
}

// Taken once, for all the files that take something from the part.
function partText(part) {
  return `module.exports = require('./${part}.cjs').taken();`;
}

// What is called late elsewhere may also be imported with `import()`, and waits no longer then.
function takenText(one, { home, late, names }) {
  const ids = names.get(one).map((name) => idOf(one, name, names));
  const part = home.get(one);
  const all = late.has(one) ? `require('./${part}.cjs')` : `require('part:${part}')`;
  return `const { ${ids} } = ${all};\nexport { ${exported(one, names)} };`;
}

function calledText(one, { home, names }) {
  const ids = names.get(one).map((name) => idOf(one, name, names));
  const calls = ids.map((id) => `const ${id} = (...given) => load().${id}(...given);`);
  const load = `let part;\nconst load = () => (part ??= require('./${home.get(one)}.cjs'));`;
  return [load, ...calls, `export { ${exported(one, names)} };`].join('\n');
}

function exported(one, names) {
  return names.get(one).map((name) => `${idOf(one, name, names)} as ${name}`);
}
