/** The browser's small storage for this site, or, where even looking at it is denied, one that ends with the page. */
export function pageStorage(): Storage {
	try {
		return localStorage;
	} catch {
		return memoryStorage(); // a setting of the browser
	}
}

/** A storage that ends with the page. */
export function memoryStorage(): Storage {
	const entries = new Map<string, string>();
	return {
		get length() {
			return entries.size;
		},
		clear: () => entries.clear(),
		key: (index) => [...entries.keys()][index] ?? null,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}
