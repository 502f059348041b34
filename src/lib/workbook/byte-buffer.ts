const ZERO = 48;

/** A growing run of bytes that is used again after each `clear`: text goes in without a string of its own. */
export class ByteBuffer {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** What was put so far; good until the next put. */
	view(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	clear(): void {
		this.#length = 0;
	}

	/** Text below U+0080 only: each character is one byte. */
	ascii(text: string): void {
		this.#room(text.length);
		const bytes = this.#bytes;
		let at = this.#length;
		for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
		this.#length = at;
	}

	/** A number as its digits; whole ones up to 31 bits without a string in between. */
	number(value: number): void {
		if (value !== value >>> 0 || value > 0x7fffffff) return this.ascii(String(value));
		let digits = 1;
		for (let rest = value; rest > 9; rest = (rest / 10) | 0) digits++;
		this.#room(digits);
		this.#length += digits;
		for (let at = this.#length, rest = value; digits > 0; digits--) {
			const tens = (rest / 10) | 0;
			this.#bytes[--at] = ZERO + rest - tens * 10;
			rest = tens;
		}
	}

	/** Any text, as UTF-8. */
	utf8(text: string): void {
		this.#room(text.length * 3);
		this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
	}

	#room(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
		larger.set(this.view());
		this.#bytes = larger;
	}
}

const encoder = new TextEncoder();
