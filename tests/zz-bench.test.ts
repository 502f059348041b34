import { it } from 'vitest';
import { run } from './bench/engine';
import { appendFileSync } from 'node:fs';
it('bench', () => { run((l) => appendFileSync('/tmp/bench.out', l + '\n')); }, 600000);
