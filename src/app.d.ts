import 'vite/client';

declare global {
	/** The commit or release that this build was made from. */
	namespace App {}
}

export {};
