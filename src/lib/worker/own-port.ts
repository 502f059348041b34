import { type Port } from './serve';

const scope = globalThis as unknown as Port & { sandboxPort?: MessagePort | undefined };

/** Where a worker's script answers: its own scope, or the port that was laid out for it (in-page.ts). */
export const ownPort = (): Port => scope.sandboxPort ?? scope;

export function layPort(port: MessagePort | undefined): void {
	scope.sandboxPort = port;
}
