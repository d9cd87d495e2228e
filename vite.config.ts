import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packPlugin } from './scripts/pack-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [packPlugin(), react()],
  build: {
    // What cheap phones of the last five years run.
    target: ['chrome87', 'firefox91', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // These layers are pure, so what a page does not use of them stays out of its chunk.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /src[/](texts|rules|assessment|checklist|interview|plans)[/]/, sideEffects: false }] },
    },
  },
});
