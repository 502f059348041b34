import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Person } from '$lib/domain/person';
import { Membership } from '$lib/domain/queue';
import { Viewing } from '$lib/domain/viewing';
import { isMembership, isPerson, isViewing } from './shape-by-hand';

const instant = fc.oneof(
	fc.constantFrom(
		'2026-11-24T14:00:00Z',
		'2026-02-29T00:00:00Z',
		'2024-02-29T23:59:59Z',
		'0000-01-01T00:00:00Z'
	),
	fc.stringMatching(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z$/),
	fc.tuple(fc.nat(19), fc.constantFrom(' ', '٣', '9', ':', '-', 'T', 'z')).map(([at, other]) => {
		const good = '2026-11-24T14:00:00Z';
		return good.slice(0, at) + other + good.slice(at + 1);
	})
);
const id = fc.oneof(
	fc.string(),
	fc.constantFrom('', 'x'.repeat(200), 'x'.repeat(201), '😀'.repeat(101), '😀'.repeat(200), '😀'.repeat(201))
);
const odd = fc.jsonValue({ maxDepth: 1 });
const mostly = (good: fc.Arbitrary<unknown>) =>
	fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: odd });
const text = fc.string();

/** An object of known keys, some missing, now and then with a strange one: as JSON.parse would give it. */
const objects = (keys: Record<string, fc.Arbitrary<unknown>>, required: string[]) =>
	fc
		.tuple(
			fc.record(Object.fromEntries(Object.entries(keys).map(([key, good]) => [key, mostly(good)])), {
				requiredKeys: required
			}),
			fc.oneof(
				{ weight: 6, arbitrary: fc.constant(null) },
				{ weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'extra', 'toString', 'length') }
			)
		)
		.map(([known, extra]): unknown => {
			const rest = JSON.stringify(known).slice(1);
			const comma = rest === '}' ? '' : ',';
			return JSON.parse(extra === null ? `{${rest}` : `{"${extra}":{"at":1}${comma}${rest}`);
		});

test.each([
	['Viewing', Viewing, isViewing, { personId: id, dashboardId: fc.option(id), at: instant }],
	['Membership', Membership, isMembership, { personId: id, from: instant, to: instant }],
	[
		'Person',
		Person,
		isPerson,
		{
			...{ id, name: text, extension: text, roleId: id, email: text, costCenterId: id },
			...{ status: fc.constantFrom('enabled', 'disabled', 'not-activated', 'gone'), booster: fc.boolean() }
		}
	]
] as const)(
	'[S9] by hand a %s is accepted exactly where the schema accepts it',
	(_, schema, accepts, keys) => {
		const needed = schema.safeParse({}).error!.issues.map(({ path }) => String(path[0]));
		const seen = { true: 0, false: 0 };
		fc.assert(
			fc.property(
				fc.oneof(
					{ weight: 9, arbitrary: fc.oneof(objects(keys, needed), objects(keys, [])) },
					{ weight: 1, arbitrary: odd }
				),
				(value) => {
					const isRight = schema.safeParse(value).success;
					seen[`${isRight}`]++;
					expect(accepts(value)).toBe(isRight);
				}
			),
			{ numRuns: 4000 }
		);
		expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
	}
);
