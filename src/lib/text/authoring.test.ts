import { expect, test } from 'vitest';
import { LESSON_TEXT, packFileName } from './authoring';
import { PLACES } from './places';

test.each([
	['Buying, with cost centers', 'buying-with-cost-centers-2.json'],
	['Übung – Équipe “Süd”', 'ubung-equipe-sud-2.json'],
	['Лицензии', 'lessons-2.json']
])('[E6] a pack’s file can stand in an address: %s', (title, name) =>
	expect(packFileName(title, 2)).toBe(name)
);

test('[E5] an author reads which word leads to which place', () => {
	for (const place of PLACES) expect(LESSON_TEXT.introHint).toMatch(new RegExp(`\\b${place}\\b`));
});
