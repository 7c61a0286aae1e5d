import { readdirSync, readFileSync } from 'node:fs';

/** The licences of all packages that are in some bundles, by what esbuild tells of these. */
export function licences(root, metafiles) {
  const texts = new Set(bundledFolders(metafiles).map((folder) => licence(root, folder)));
  return `This program contains the following packages.\n\n${[...texts].sort().join('\n')}`;
}

function bundledFolders(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders];
}

function licence(root, relative) {
  const folder = `${root}/${relative}`;
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const texts = files.sort().map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\r\n/gu, '\n').trim());
  if (texts.length === 0) texts.push('(The package has no file with the text of its licence.)');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
