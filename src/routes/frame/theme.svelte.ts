export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

export const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
	system: 'As the system',
	light: 'Light',
	dark: 'Dark'
};

const KEY = 'theme'; // static/theme.js reads it before the first paint

/** Which theme the pages have. */
export class Theme {
	#choice = $state<ThemeChoice>('system');
	readonly #storage: Storage;

	constructor(storage: Storage) {
		this.#storage = storage;
		try {
			const kept = storage.getItem(KEY);
			this.#choice = THEMES.find((theme) => theme === kept) ?? 'system';
		} catch {
			// storage is denied: the choice lasts as long as the page
		}
	}

	get choice(): ThemeChoice {
		return this.#choice;
	}

	set choice(choice: ThemeChoice) {
		this.#choice = choice;
		const { dataset } = document.documentElement;
		if (choice === 'system') delete dataset['theme'];
		else dataset['theme'] = choice;
		try {
			if (choice === 'system') this.#storage.removeItem(KEY);
			else this.#storage.setItem(KEY, choice);
		} catch {
			// storage is denied: the choice lasts as long as the page
		}
	}
}
