// @ts-check
/** `npm run sbom`: writes sbom.json, every package that package-lock.json pins with its checksum and license (CycloneDX). */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, stop } from './setup.mjs';

const FILE = 'sbom.json';
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const made = spawnSync(
	'npm',
	['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
	{ cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28, shell: process.platform === 'win32' }
);
if (made.status !== 0) stop(`npm sbom failed: ${made.error?.message ?? made.stderr}`);

const list = JSON.parse(made.stdout);
list.metadata.component.name = read('package.json').name; // npm would take the folder's
/** @type {Map<string, boolean>} */
const listed = new Map(
	list.components.map((/** @type {any} */ one) => [one['bom-ref'], (one.hashes ?? []).length > 0])
);
const missing = Object.entries(read('package-lock.json').packages).flatMap(([path, { name, version }]) => {
	const id = `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
	return path === '' || listed.get(id) ? [] : [id];
});
if (missing.length > 0) stop(`Not listed, or without a checksum: ${missing.join(', ')}`);

writeFileSync(join(ROOT, FILE), `${JSON.stringify(list, null, '\t')}\n`);
console.log(`${FILE}: ${list.components.length} packages`);
