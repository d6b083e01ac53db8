import { defineConfig } from 'vite';

/** The page is served by the sandbox's own server, from any path, so every asset address is relative. */
export default defineConfig({
  base: './',
  build: { outDir: '../../../dist/sandbox/page', emptyOutDir: true, target: 'es2022' },
});
