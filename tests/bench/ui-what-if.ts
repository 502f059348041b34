import { type Locator, type Page } from 'playwright-core';

const PRESSES = 40;

/** What one press took, in milliseconds from its input event: until the new figure stands in the page, and until it is painted. */
interface Press {
	readonly changed: number;
	readonly painted: number;
}

/** On the what-if page: types another number of licenses to buy; the answer is what is owned then. */
export async function quantities(page: Page): Promise<readonly Press[]> {
	const field = page.getByRole('spinbutton', { name: 'Live Reports quantity', exact: true });
	const presses: Press[] = [];
	for (let i = 0; i < PRESSES; i++) {
		await field.selectText();
		presses.push(await pressed(page, 'Live Reports owned', () => page.keyboard.press(String(1 + (i % 9)))));
	}
	return presses;
}

/** Stops the queue that frees most seats, and lets it be monitored again, in turn; the answer is the needed seats. */
export async function stops(page: Page): Promise<readonly Press[]> {
	const table = page.getByRole('table', { name: 'What drives the seats' });
	const name = await table
		.getByRole('checkbox', { name: /^Stop monitoring / })
		.first()
		.getAttribute('aria-label');
	const box: Locator = table.getByRole('checkbox', { name: name ?? '', exact: true });
	await box.scrollIntoViewIfNeeded();
	const presses: Press[] = [];
	for (let i = 0; i < PRESSES; i++) presses.push(await pressed(page, 'Needed', () => box.click()));
	return presses;
}

/** Presses, and waits for another figure in the what-if's column of the comparison. */
async function pressed(page: Page, row: string, press: () => Promise<void>): Promise<Press> {
	// In two steps: a key can overtake what is still on its way into the page.
	const watching = await page.evaluateHandle(figureAfterInput, row);
	await press();
	const times = await watching.evaluate(({ press: seen }) => seen);
	await page.waitForTimeout(200); // saved, and whatever else follows it is counted: the next press begins at rest
	return times;
}

function figureAfterInput(label: string): { readonly press: Promise<Press> } {
	const rows = [...document.querySelectorAll('[aria-label="Comparison table"] tbody tr')];
	const row = rows.find((one) => one.querySelector('th')?.textContent.trim().startsWith(label));
	const cell = row?.lastElementChild;
	if (!cell) throw new Error(`there is no row ${label}`);
	const before = cell.textContent;
	const frame = () => new Promise(requestAnimationFrame);
	async function watch(start: number): Promise<Press> {
		let changed = Infinity;
		const seen = new MutationObserver(() => {
			if (cell!.textContent !== before) changed = Math.min(changed, performance.now() - start);
		});
		seen.observe(cell!, { subtree: true, childList: true, characterData: true });
		while (cell!.textContent === before) {
			if (performance.now() - start > 30_000) throw new Error(`${label} did not change within 30 s`);
			await frame();
		}
		await frame();
		seen.disconnect();
		return { changed, painted: performance.now() - start };
	}
	const press = new Promise<Press>((resolve, reject) =>
		addEventListener('input', () => void watch(performance.now()).then(resolve, reject), {
			once: true,
			capture: true
		})
	);
	return { press };
}
