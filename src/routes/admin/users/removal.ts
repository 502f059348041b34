/** Who is to be removed. */
export interface Removal {
	readonly ids: readonly string[];
	/** Where one user was pointed at: the name. */
	readonly name: string | null;
}
