/** Puts the focus into the first field whose value is refused; answers whether there is one. */
export function focusRefused(form: HTMLElement): boolean {
	const field = form.querySelector<HTMLInputElement>('[aria-invalid="true"]');
	field?.focus();
	return field !== null;
}
