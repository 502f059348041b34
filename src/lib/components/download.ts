/** Hands a file to the user, as the browser's download. */
export function download({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it only after the click
}
