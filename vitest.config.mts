import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['plugins/*/tests/**/*.test.ts', 'tests/repository/**/*.test.ts'],
          // Property tests take what they need; a busy machine is no mistake of the code.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/sites/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/demo-site.ts'],
          // While one file builds a site, another waits for its browser.
          maxWorkers: 2,
          // After the unit tests, which take as many workers as there are.
          sequence: {groupOrder: 1},
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
