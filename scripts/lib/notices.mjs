// THIRD-PARTY-NOTICES.txt: whose code is in the bundles that are shipped, and under which licence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than their text beside the code. */
export const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);

const licenceFile = /^(licen[cs]e|copying|notice|thirdpartynotices)([.-].*)?$/i;

/** The files of which something is in a bundle, as paths from the root. */
export const inputsOf = (metafile) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput ? [path] : [])),
  );

/**
 * The packages that bundles are made of, by name and version.
 *
 * @param inputs paths of files from the root
 */
export function bundledPackages(inputs, root) {
  const folders = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => readPackage(join(root, folder))).sort(byName);
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim());
  const text = texts.join('\n\n') || licenceIn(join(folder, 'README.md')) || licenceIn(join(folder, 'readme.md'));
  return { name, version, licence: license ?? '', text };
}

/** Some write it at the end of their description. */
function licenceIn(readme) {
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const at = text.search(/^#+ *licen[cs]e/im);
  return at < 0 || !/copyright/i.test(text.slice(at)) ? '' : text.slice(at).trim();
}

const byName = (one, other) => {
  const [a, b] = [`${one.name}@${one.version}`, `${other.name}@${other.version}`];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** What is wrong with a package; undefined where it may be shipped. */
export function problemOf({ name, licence, text }) {
  if (!allowed.has(licence)) return `${name}: the licence ${licence || '(none)'} is not on the list`;
  return text ? undefined : `${name}: there is no text of its licence`;
}

export function noticesOf(packages) {
  const line = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  return `Stack Guidance contains code of the following packages.\n\n${parts.join('\n')}`;
}
