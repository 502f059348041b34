import 'vite/client';

declare global {
	/** What SvelteKit is told of our own types. */
	namespace App {
		interface PageState {
			/** The entry of the history before this one is the step of the order before this one. */
			isNextStep?: true;
		}
	}
}

export {};
