import * as fc from 'fast-check';

// The same generated cases in every run, so that a commit passes or fails once; `npm run fuzz properties` tries others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
