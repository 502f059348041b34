import { expect, test } from 'vitest';
import { resultFileName } from './lesson-page';

test.each([
	['Übung – “Teil 1” <b>', ' Ann\tLee ', 'Übung Teil 1 b - Ann Lee - result.json'],
	['Class', '', 'Class - result.json'],
	['/../', '::', 'result.json']
])('[E6] a result’s file is named after pack and learner: %s', (title, learner, name) =>
	expect(resultFileName(title, learner)).toBe(name)
);
