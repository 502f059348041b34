import { type SandboxDatabase } from './db';

/** Bytes and columns as texts that JSON can hold: `{"$Uint8Array": "base64"}`. */
const plain = (_: string, value: unknown): unknown => {
	if (!ArrayBuffer.isView(value)) return value;
	const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return { [`$${value.constructor.name}`]: btoa(text) };
};

/**
 * All that the database holds of one scenario, as it lies there, in pieces of JSON: for when it can't be read any
 * more (S5). It depends on nothing being whole, and so no part of this app reads it back.
 */
export async function* rawText(db: SandboxDatabase, id: string): AsyncGenerator<string> {
	yield `{ "format": "live-reports-sandbox/raw", "version": ${db.verno}`;
	yield `,\n"scenario": ${JSON.stringify((await db.scenarios.get(id)) ?? null, plain)}`;
	yield `,\n"layout": ${JSON.stringify((await db.layouts.get(id)) ?? null, plain)}`;
	for (const name of ['chunks', 'journal'] as const) {
		const table = db.table<{ readonly n?: unknown }, [string, number]>(name);
		const keys = await table.where(':id').between([id, -Infinity], [id, Infinity]).primaryKeys();
		yield `,\n"${name}": [`;
		for (const [i, key] of keys.entries())
			yield `${i === 0 ? '' : ','}\n${JSON.stringify((await table.get(key)) ?? null, plain)}`;
		yield '\n]';
	}
	yield '\n}\n';
}
