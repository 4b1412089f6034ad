import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vite would take graphql's index.mjs, while the packages beside us take index.js: two of them refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/globalSetup.ts'],
    // Nothing of ours is mutable at module level, so that files need no modules of their own.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
