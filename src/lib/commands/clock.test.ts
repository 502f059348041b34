import { expect, test } from 'vitest';
import { Temporal } from '$lib/domain/temporal';
import { type Scenario } from '$lib/domain/scenario';
import { madeScenario } from '../store/store-fixture';
import { apply } from './index';

const at = (asOf: string, timeZone = 'America/Detroit'): Scenario => {
	const scenario = madeScenario();
	return { ...scenario, asOf, account: { ...scenario.account, timeZone } };
};

const after = (scenario: Scenario, name: string, input: unknown) => {
	const result = apply(scenario, { name, input });
	return result.ok ? result.value.asOf : result.error.code;
};

const local = (asOf: string) =>
	Temporal.Instant.from(asOf).toZonedDateTimeISO('America/Detroit').toPlainDateTime().toString();

test.each([
	['into winter time', '2026-10-31T13:00:00Z', 1, '2026-11-01T14:00:00Z'],
	['a week over it', '2026-10-28T13:00:00Z', 7, '2026-11-04T14:00:00Z'],
	['back over it', '2026-11-04T14:00:00Z', -7, '2026-10-28T13:00:00Z'],
	['into summer time', '2026-03-07T14:00:00Z', 1, '2026-03-08T13:00:00Z'],
	['back out of it', '2026-03-08T13:00:00Z', -1, '2026-03-07T14:00:00Z']
])('[L1] a step %s keeps the time of day', (_, from, days, to) => {
	expect(after(at(from), 'stepClock', { days })).toBe(to);
	expect(local(to).slice(11)).toBe(local(from).slice(11));
});

test('[L1] a step to a time that the clock change skips lands behind the gap', () => {
	expect(after(at('2026-03-07T07:30:00Z'), 'stepClock', { days: 1 })).toBe('2026-03-08T07:30:00Z');
	expect(local('2026-03-08T07:30:00Z')).toBe('2026-03-08T03:30:00');
});

test('[L1] days are the zone’s: a zone can skip one', () => {
	expect(after(at('2011-12-29T20:00:00Z', 'Pacific/Apia'), 'stepClock', { days: 2 })).toBe(
		'2011-12-30T20:00:00Z'
	);
});

test('[S1] no step changes nothing', () => {
	const scenario = at('2026-11-24T14:00:00Z');
	const result = apply(scenario, { name: 'stepClock', input: { days: 0 } });
	expect(result.ok && result.value).toBe(scenario);
});

test.each([0.5, 4000, NaN, '1'])('[S1] %s is no number of days', (days) => {
	expect(after(at('2026-11-24T14:00:00Z'), 'stepClock', { days })).toBe('INVALID_INPUT');
});

test.each([
	['9998-12-31T12:00:00Z', 1],
	['1971-01-01T12:00:00Z', -1]
])('[S1] the clock stops where its window no longer fits: %s', (from, days) => {
	expect(after(at(from), 'stepClock', { days })).toBe('OUT_OF_RANGE');
});

test.each([
	['a plain time', '2026-11-24T09:00', '2026-11-24T14:00:00Z'],
	['with seconds', '2026-11-24T09:00:30', '2026-11-24T14:00:30Z'],
	['a time that is skipped moves on by the gap', '2026-03-08T02:30', '2026-03-08T07:30:00Z'],
	['a time that comes twice is the first', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
	['a leap day', '2028-02-29T00:00', '2028-02-29T05:00:00Z']
])('[L1] the clock is set in the account’s zone: %s', (_, given, to) => {
	expect(after(at('2026-01-01T00:00:00Z'), 'setClock', { local: given })).toBe(to);
});

test.each([
	['2026-02-29T00:00', 'OUT_OF_RANGE'],
	['2026-13-01T00:00', 'OUT_OF_RANGE'],
	['2026-01-01T24:00', 'OUT_OF_RANGE'],
	['1970-06-01T00:00', 'OUT_OF_RANGE'],
	['9999-06-01T00:00', 'OUT_OF_RANGE'],
	['0000-01-01T00:00', 'OUT_OF_RANGE'],
	['2026-11-24', 'INVALID_INPUT'],
	['2026-11-24T09:00Z', 'INVALID_INPUT']
])('[S1] %s is refused: %s', (given, code) => {
	expect(after(at('2026-01-01T00:00:00Z'), 'setClock', { local: given })).toBe(code);
});

test('[S1] setting the clock to where it stands changes nothing', () => {
	const scenario = at('2026-11-24T14:00:00Z');
	const result = apply(scenario, { name: 'setClock', input: { local: '2026-11-24T09:00' } });
	expect(result.ok && result.value).toBe(scenario);
});
