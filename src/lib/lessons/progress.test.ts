import { expect, it } from 'vitest';
import { newProgress, recorded, restarted, returned } from './progress';

const hint = { kind: 'hint', step: 'a', hint: 0 } as const;
const failed = { kind: 'failed' } as const;

it('[E3] a reset that is taken back leaves all as it was, and keeps what happened meanwhile once', () => {
	const before = recorded(newProgress('p', 'l', 'old'), hint, failed);
	const after = restarted(before, 'new');
	expect(returned(after, 'old')).toEqual(before);
	expect(returned(recorded(after, hint, failed), 'old').events).toEqual([hint, failed, failed]);
});
