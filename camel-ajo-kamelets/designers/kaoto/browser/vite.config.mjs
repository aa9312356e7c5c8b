import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  // Kaoto's style sheets name packages as webpack wants it.
  resolve: { alias: [{ find: /^~/, replacement: '' }] },
  css: { preprocessorOptions: { scss: { api: 'modern-compiler', silenceDeprecations: ['mixed-decls'] } } },
  build: {
    outDir: resolve(import.meta.dirname, '../target/page'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 100_000,
  },
});
