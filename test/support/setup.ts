/** Runs before every test file: random inputs come from a fixed seed, so that a failure can be repeated. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_240_122 });
