import { expect, test } from 'vitest';
import { packFileName } from './authoring';

test.each([
	['Buying, with cost centers', 'buying-with-cost-centers-2.json'],
	['Übung – Équipe “Süd”', 'ubung-equipe-sud-2.json'],
	['Лицензии', 'lessons-2.json']
])('[E6] a pack’s file can stand in an address: %s', (title, name) =>
	expect(packFileName(title, 2)).toBe(name)
);
