import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { packPlugin } from './scripts/pack-plugin.ts';

/** Three kinds of tests: `node` needs nothing but Node, `dom` renders components in jsdom, `browser` drives the built app. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/support/fixed-seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/ui/**', 'tests/browser/**'],
          // Properties walk whole packs, and the command line starts a process of its own; on two busy cores that takes its time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          benchmark: { include: ['tests/bench/**/*.bench.ts'] },
        },
      },
      {
        plugins: [packPlugin(), react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/dom-setup.ts', 'tests/support/fixed-seed.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.spec.ts'],
          // One browser at a time: two would measure each other.
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
