import '@testing-library/jest-dom/vitest';
import '@testing-library/svelte/vitest';
import { configure } from '@testing-library/svelte';

// A wait, not an expectation: a machine that is four times slower (seen) must not fail what is right.
configure({ asyncUtilTimeout: 20_000 });
