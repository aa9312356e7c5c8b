import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  test: {
    include: ['test/*.test.mjs'],
    environment: 'jsdom',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The editor's library has to go through Vite: it imports style sheets and pictures.
    server: { deps: { inline: [/node_modules\/(?!@?vitest|@?chevrotain)/] } },
    css: false,
  },
  resolve: { mainFields: ['module', 'main'] },
  // Style sheets and the text editor are not what is tested, and jsdom cannot show them.
  plugins: [
    {
      name: 'without-appearance',
      enforce: 'pre',
      resolveId: (id) => (/\.(s?css|svg|png)$|^monaco-|monaco-editor|monaco-yaml/.test(id) ? '\0nothing' : undefined),
      load: (id) => (id === '\0nothing' ? 'export default {}; export const editor = {}; export const languages = {};' : undefined),
    },
  ],
});
