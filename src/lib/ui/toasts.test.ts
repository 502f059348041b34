import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from './toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (toasts: Toasts) => toasts.list.map((toast) => toast.text);

test('a toast stays at least six seconds, one with a button ten, and a bad one until dismissed', () => {
	const toasts = new Toasts();
	toasts.show('plain');
	toasts.show('undoable', { action: { label: 'Undo', run: () => undefined } });
	const bad = toasts.show('bad', { tone: 'bad' });
	vi.advanceTimersByTime(5_999);
	expect(texts(toasts)).toEqual(['plain', 'undoable', 'bad']);
	vi.advanceTimersByTime(3_000);
	expect(texts(toasts)).toEqual(['undoable', 'bad']);
	vi.advanceTimersByTime(600_000);
	expect(texts(toasts)).toEqual(['bad']);
	toasts.dismiss(bad);
	expect(texts(toasts)).toEqual([]);
});

test('a complaint said again replaces the one before; other equal messages each keep their button', () => {
	const toasts = new Toasts();
	toasts.show('no room', { tone: 'bad' });
	toasts.show('no room', { tone: 'bad' });
	expect(texts(toasts)).toEqual(['no room']);
	toasts.show('deleted', { action: { label: 'Undo', run: () => undefined } });
	toasts.show('deleted', { action: { label: 'Undo', run: () => undefined } });
	expect(texts(toasts)).toEqual(['no room', 'deleted', 'deleted']);
});

test('held toasts stay, those shown meanwhile too, and go after their full time once released', () => {
	const toasts = new Toasts();
	toasts.show('before');
	toasts.hold();
	toasts.show('meanwhile');
	vi.advanceTimersByTime(60_000);
	expect(texts(toasts)).toEqual(['before', 'meanwhile']);
	toasts.release();
	vi.advanceTimersByTime(5_999);
	expect(texts(toasts)).toEqual(['before', 'meanwhile']);
	vi.advanceTimersByTime(1);
	expect(texts(toasts)).toEqual([]);
});
