import { defineConfig } from 'vite';

/** The page is also served where permalinks lead, `/archives/…`, so asset addresses start at the root. */
export default defineConfig({
  base: '/',
  build: { outDir: '../../../dist/sandbox/page', emptyOutDir: true, target: 'es2022' },
});
