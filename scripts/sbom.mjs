// @ts-check
/**
 * `npm run sbom`: writes sbom.json, every package that package-lock.json pins with its checksum and license (CycloneDX),
 * and holds it against the last build: what went into the pages is listed with its license and marked as shipped, and
 * every dependency of the pages is among it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, stop } from './setup.mjs';
import { shippedFolders } from './shipped.mjs';

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

/** Some packages say their license only in its own file. */
const LICENSE_FILES = /** @type {const} */ ([
	['MIT', /^\s*(?:The )?MIT License/i],
	['ISC', /^\s*ISC License/i],
	['Apache-2.0', /^\s*Apache License\s+Version 2\.0/i]
]);
/** @param {string} folder */
function licenseIn(folder) {
	const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt']
		.map((name) => join(ROOT, folder, name))
		.find(existsSync);
	const text = file ? readFileSync(file, 'utf8') : '';
	return LICENSE_FILES.find(([, pattern]) => pattern.test(text))?.[0];
}

/** @type {Record<string, { name?: string, version: string }>} */
const locked = read('package-lock.json').packages;
const shipped = shippedFolders();
if (shipped.length === 0) stop('There is no build to hold the list against: npm run build first.');
/** @type {string[]} */
const wrong = [];
for (const folder of shipped) {
	const pinned = locked[folder];
	const name = pinned?.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
	const part = list.components.find(
		(/** @type {any} */ one) => one['bom-ref'] === `${name}@${pinned?.version}`
	);
	if (!part) wrong.push(`${folder} is in the pages and not in the list`);
	else {
		const id = licenseIn(folder);
		if (!part.licenses?.length && id) part.licenses = [{ license: { id } }];
		if (!part.licenses?.length) wrong.push(`${folder} is in the pages without a license`);
		part.properties = [...(part.properties ?? []), { name: 'shipped', value: 'true' }];
	}
}
for (const name of Object.keys(read('package.json').dependencies))
	if (!shipped.includes(`node_modules/${name}`)) wrong.push(`${name} is a dependency and not in the pages`);
if (wrong.length > 0) stop(wrong.join('\n'));

writeFileSync(join(ROOT, FILE), `${JSON.stringify(list, null, '\t')}\n`);
console.log(`${FILE}: ${list.components.length} packages, ${shipped.length} of them in the pages`);
