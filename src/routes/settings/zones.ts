import { type Choice } from '$lib/ui/combobox.svelte';

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_/\s]+/g, ' ');

/** The time zones that this browser knows whose name contains the text; UTC is always one. */
export async function findZones(text: string): Promise<readonly Choice[]> {
	const wanted = plain(text.trim());
	const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
	return zones.filter((zone) => plain(zone).includes(wanted)).map((zone) => ({ value: zone, label: zone }));
}
