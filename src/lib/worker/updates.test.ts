import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TAKE_OVER } from './build-name';
import { Updates } from './updates.svelte';

/** A service worker whose every step is the test's. */
class Puppet extends EventTarget {
	readonly heard: unknown[] = [];
	postMessage = (message: unknown) => this.heard.push(message);
	settle = () => this.dispatchEvent(new Event('statechange'));
}

class Registration extends EventTarget {
	installing: Puppet | null = null;
	waiting: Puppet | null = null;
	update = vi.fn(async () => undefined);

	found(): Puppet {
		this.installing = new Puppet();
		this.dispatchEvent(new Event('updatefound'));
		return this.installing;
	}
	/** What was found is whole and waits. */
	wait(puppet: Puppet): void {
		[this.installing, this.waiting] = [null, puppet];
		puppet.settle();
	}
	/** What was found was refused. */
	refuse(puppet: Puppet): void {
		this.installing = null;
		puppet.settle();
	}
}

class Container extends EventTarget {
	controller: Puppet | null = null;
	control(puppet: Puppet): void {
		this.controller = puppet;
		this.dispatchEvent(new Event('controllerchange'));
	}
}

const HOUR = 3_600_000;
let registration: Registration;
let container: Container;
const reload = vi.fn();
const hold = vi.fn();
let updates: Updates;

const make = (parts: Partial<ConstructorParameters<typeof Updates>[0]> = {}) =>
	new Updates({
		container: container as unknown as ServiceWorkerContainer,
		register: async () => registration as unknown as ServiceWorkerRegistration,
		reload,
		hold,
		everyMs: HOUR,
		...parts
	});

beforeEach(() => {
	vi.useFakeTimers();
	vi.clearAllMocks();
	registration = new Registration();
	container = new Container();
	updates = make();
});
afterEach(() => {
	updates.stop();
	vi.useRealTimers();
});

test('[S10] the first copy of all is no new version', async () => {
	await updates.start();
	const first = registration.found();
	registration.wait(first);
	registration.waiting = null;
	container.control(first);
	expect(updates.isReady).toBe(false);
	expect(reload).not.toHaveBeenCalled();
	expect(hold).toHaveBeenCalledOnce();
});

test('[S10] a version that is whole is offered; it takes over when the user says so, and then the page reloads', async () => {
	container.controller = new Puppet();
	await updates.start();
	const next = registration.found();
	expect(updates.isReady).toBe(false);
	registration.wait(next);
	expect(updates.isReady).toBe(true);
	expect(next.heard).toEqual([]);
	updates.take();
	expect(next.heard).toEqual([TAKE_OVER]);
	expect(reload).not.toHaveBeenCalled();
	container.control(next);
	expect(reload).toHaveBeenCalledOnce();
});

test('[S10] a version that waited before the page was opened is offered', async () => {
	container.controller = new Puppet();
	registration.waiting = new Puppet();
	await updates.start();
	expect(updates.isReady).toBe(true);
});

test('[S10] a version that was already on its way is offered when it is whole', async () => {
	container.controller = new Puppet();
	const next = (registration.installing = new Puppet());
	await updates.start();
	registration.wait(next);
	expect(updates.isReady).toBe(true);
});

test('[S10] a version that was refused is not offered', async () => {
	container.controller = new Puppet();
	await updates.start();
	registration.refuse(registration.found());
	expect(updates.isReady).toBe(false);
});

test('[S10] when another tab takes the new version, this one is offered a reload and goes on', async () => {
	container.controller = new Puppet();
	await updates.start();
	container.control(new Puppet());
	expect(updates.isReady).toBe(true);
	expect(reload).not.toHaveBeenCalled();
	updates.take(); // nothing waits any more
	expect(reload).toHaveBeenCalledOnce();
});

test('[S10] a newer version is looked for every hour, also after a look that failed', async () => {
	await updates.start();
	registration.update.mockRejectedValueOnce(new TypeError('no network'));
	await vi.advanceTimersByTimeAsync(3 * HOUR);
	expect(registration.update).toHaveBeenCalledTimes(3);
	updates.stop();
	await vi.advanceTimersByTimeAsync(3 * HOUR);
	expect(registration.update).toHaveBeenCalledTimes(3);
});

test('[S10] where a copy is refused or can’t be kept, the app goes on without', async () => {
	updates = make({ register: () => Promise.reject(new DOMException('blocked', 'SecurityError')) });
	await updates.start();
	expect(updates.isReady).toBe(false);
	const register = vi.fn();
	updates = make({ container: undefined, register });
	await updates.start();
	expect(register).not.toHaveBeenCalled();
});
