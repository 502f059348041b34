import '../../app.css';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CostBars from './CostBars.svelte';
import CostCurve from './CostCurve.svelte';
import Lanes from './Lanes.svelte';
import Overlap from './Overlap.svelte';
import { type OnSave } from './story';
import UsageSteps from './UsageSteps.svelte';
import Waterfall from './Waterfall.svelte';

const title = 'Seats & costs';
const format = (amount: number) => `$${amount / 100}`;
const line = (name: string, cost: number) => ({
	name,
	points: [
		{ licenses: 0, cost: 0 },
		{ licenses: 9, cost }
	]
});
const unit = { one: 'agent', many: 'agents' };
const head = { total: 2, several: 2, greatest: { a: 'A', b: 'D', shared: 2 }, count: 1, unit };
const regions = { ...head, kind: 'regions' } as const;
const names = Array.from({ length: 24 }, (_, at) => `Q${at}`);

const PICTURES = {
	steps: (onsave: OnSave) =>
		render(UsageSteps, { title, onsave, days: [{ date: '2026-11-24', active: 12, purchased: 10 }] }),
	waterfall: (onsave: OnSave) =>
		render(Waterfall, { title, onsave, parts: [{ label: '<Agents>', sign: '', value: 8 }] }),
	circles: (onsave: OnSave) =>
		render(Overlap, {
			title,
			onsave,
			sets: { ...regions, names: ['A', 'B'], sizes: [3, 3], regions: [{ of: [0, 1], count: 3 }] }
		}),
	upset: (onsave: OnSave) =>
		render(Overlap, {
			title,
			onsave,
			sets: {
				...regions,
				names: ['A', 'B', 'C', 'D'],
				sizes: [2, 0, 0, 2],
				regions: [{ of: [0, 3], count: 2 }]
			}
		}),
	matrix: (onsave: OnSave) =>
		render(Overlap, {
			title,
			onsave,
			sets: {
				...head,
				kind: 'pairs',
				names,
				sizes: names.map(() => 2),
				crossed: names.map((_, row) => names.slice(0, row).map(() => 2)),
				pairs: [head.greatest]
			}
		}),
	bars: (onsave: OnSave) =>
		render(CostBars, {
			title,
			onsave,
			costs: { series: ['Today', 'Then'], format, groups: [{ name: 'Root', amounts: [5, 3] }] }
		}),
	curve: (onsave: OnSave) =>
		render(CostCurve, {
			title,
			onsave,
			curves: { lines: [line('A', 90), line('B', 20)], markers: [], format, tick: format }
		}),
	lanes: (onsave: OnSave) =>
		render(Lanes, {
			title,
			onsave,
			course: {
				from: '2026-11-01',
				to: '2026-11-24',
				rows: [{ name: 'North', spans: [{ name: 'Member', from: null, to: null }], points: [] }]
			}
		})
};

async function saved(show: (onsave: OnSave) => ReturnType<typeof render>, item: string) {
	const onsave = vi.fn<OnSave>();
	const screen = await show(onsave);
	await screen.getByRole('button', { name: 'Download' }).click();
	await screen.getByRole('menuitem', { name: item }).click();
	await expect.poll(() => onsave.mock.calls).toHaveLength(1);
	const file = onsave.mock.calls[0]![0];
	if (!file.ok) throw new Error(file.error);
	return file.value;
}

test.each(Object.entries(PICTURES))(
	'%s: the SVG parses, stands alone and says what it shows',
	async (_, show) => {
		const { name, blob } = await saved(show as (onsave: OnSave) => ReturnType<typeof render>, 'Download SVG');
		expect(name).toBe('Seats & costs.svg');
		const text = await blob.text();
		const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
		expect(svg.querySelector('parsererror')).toBeNull();
		expect(svg.querySelector('title')?.textContent).toBe(title);
		expect(text).not.toMatch(/var\(|oklch/);
		expect(text).toMatch(/fill="#[0-9a-f]{6}"/);
		for (const [, id] of text.matchAll(/url\(#([^)]+)\)/g)) expect(svg.getElementById(id!)).not.toBeNull();
	}
);

test('the PNG is one, twice as large as the SVG, and not empty', async () => {
	const { name, blob } = await saved(
		PICTURES.steps as (onsave: OnSave) => ReturnType<typeof render>,
		'Download PNG'
	);
	expect(name).toBe('Seats & costs.png');
	const bitmap = await createImageBitmap(blob);
	expect(bitmap.width).toBe(2 * (960 + 48));
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	const context = canvas.getContext('2d')!;
	context.drawImage(bitmap, 0, 0);
	const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
	expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(20);
});

test('a PNG that the browser does not draw is told, not thrown', async () => {
	vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(null));
	const onsave = vi.fn<OnSave>();
	const screen = await PICTURES.steps(onsave);
	await screen.getByRole('button', { name: 'Download' }).click();
	await screen.getByRole('menuitem', { name: 'Download PNG' }).click();
	await expect.poll(() => onsave.mock.calls).toEqual([[{ ok: false, error: 'NOT_DRAWN' }]]);
	vi.restoreAllMocks();
});

test('a picture is drawn as wide as paper to be printed, and as wide as the screen afterwards', async () => {
	const screen = await PICTURES.steps(vi.fn());
	const svg = screen.container.querySelector<SVGElement>('[role="application"] > svg')!;
	const widthOf = () => Number(svg.getAttribute('width'));
	screen.container.style.width = '1000px';
	await expect.poll(widthOf).toBeGreaterThan(900);
	dispatchEvent(new Event('beforeprint'));
	expect(widthOf()).toBe(640);
	dispatchEvent(new Event('afterprint'));
	await expect.poll(widthOf).toBeGreaterThan(900);
});
