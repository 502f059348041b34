import { expect, test } from 'vitest';
import { readMarker, writeMarker } from './marker';
import { memoryStorage } from './page-storage';

const two = {
	scenarios: 2,
	names: ['A', 'B'],
	at: 1,
	seen: [
		['a', 1],
		['b', 2]
	]
} as const;
const none = { scenarios: 0, names: [], at: 2, seen: [] } as const;

test('[S5] what is noted of scenarios and of lessons is written apart, and neither takes the other along', () => {
	const storage = memoryStorage();
	expect(readMarker(storage)).toBeUndefined();
	writeMarker(storage, two, false);
	writeMarker(storage, { lessons: 3, at: 2 }, false);
	expect(readMarker(storage)).toEqual({ ...two, lessons: 3, at: 2 });
	writeMarker(storage, none, true);
	writeMarker(storage, { lessons: 2, at: 3 }, false); // no older scenarios come back with it
	expect(readMarker(storage)).toEqual({ ...none, lessons: 2, at: 3 });
});

test('[S5] D24 an emptier state overwrites what was noted only when the user emptied it', () => {
	const storage = memoryStorage();
	writeMarker(storage, two, false);
	writeMarker(storage, { lessons: 3, at: 1 }, false);
	writeMarker(storage, none, false);
	writeMarker(storage, { lessons: 0, at: 2 }, false);
	expect(readMarker(storage)).toEqual({ ...two, lessons: 3 });
	writeMarker(storage, { lessons: 0, at: 2 }, true);
	writeMarker(storage, none, true);
	expect(readMarker(storage)).toEqual({ ...none, lessons: 0 });
});
