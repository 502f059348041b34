import * as z from 'zod';

// zod probes `new Function` for its JIT; under a strict CSP that probe is reported as a violation.
z.config({ jitless: true });

export { z };
