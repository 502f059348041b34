/** What a field hands to its control: the wiring to label, hint and error. */
export interface FieldAttrs {
	readonly id: string;
	readonly 'aria-describedby': string | undefined;
	readonly 'aria-invalid': 'true' | undefined;
	readonly required: boolean | undefined;
}
