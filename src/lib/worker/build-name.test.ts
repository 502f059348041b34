import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildName, buildsOf, staleBuilds } from './build-name';

const folders = fc
	.array(fc.stringMatching(/^[a-z%0-9-]{1,8}$/), { maxLength: 3 })
	.map((parts) => ['', ...parts, ''].join('/'));
const versions = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

test('[S10] a copy is dropped when it is another version of this folder that no page runs', () => {
	const names = ['one', 'two', 'three'].map((version) => buildName('/a/', version));
	expect(
		staleBuilds([...names, 'theirs'], '/a/', 'three', [buildName('/a/', 'one'), undefined, 'other'])
	).toEqual([buildName('/a/', 'two')]);
	expect(staleBuilds(names, '/a/', 'three', [])).toEqual(names.slice(0, 2));
});

test('[S10] copies of another folder are never dropped', () => {
	fc.assert(
		fc.property(folders, folders, versions, versions, (here, there, mine, other) => {
			fc.pre(here !== there);
			const name = buildName(there, other);
			expect(buildsOf([name], here)).toEqual([]);
			expect(staleBuilds([name], here, mine, [])).toEqual([]);
			expect(buildsOf([name], there)).toEqual([name]);
		})
	);
});
