/**
 * Loads a module of Node when a function of it is first called, for the program's own files and its reader of command
 * lines. The modules that every start of Node has loaded are left as they are. Of the others, that for terminals alone
 * takes longer than an option like `--version`.
 */
export const lateBuiltins = {
  name: 'late builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, importer, namespace }) => {
      const isOwn = namespace === 'file' && /^(?!.*node_modules\/(?!commander\/))/u.test(importer);
      return isOwn && !AT_ONCE.has(path) ? { path, namespace: 'builtin', sideEffects: false } : undefined;
    });
    onLoad({ filter: /./, namespace: 'builtin' }, async ({ path }) => {
      const functions = Object.entries(await import(path)).filter(([name, one]) => {
        return /^[a-z]/u.test(name) && name !== 'default' && typeof one === 'function';
      });
      const calls = functions.map(([name]) => {
        return `export const ${name} = (...given) => require('${path}').${name}(...given);`;
      });
      return { contents: calls.join('\n') };
    });
  },
};

// That of streams is a class, which is no function to stand in for; only a part in which somebody is asked needs it.
const AT_ONCE = new Set(['node:events', 'node:fs', 'node:path', 'node:process', 'node:stream']);
