import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// `whatsapp-optin dev` says where both are.
const server = process.env['WHATSAPP_OPTIN_URL'] ?? 'http://localhost:4000/whatsapp';
const simulator = process.env['SIMULATOR_URL'] ?? 'http://localhost:4001';

export default defineConfig({
  plugins: [svelte()],
  // The page may read the publishable key of `.env`, and no other one.
  envPrefix: ['VITE_', 'PUBLISHABLE_KEY'],
  server: {
    port: Number(process.env['APP_PORT'] ?? 5173),
    strictPort: true,
    proxy: { '/whatsapp': new URL(server).origin, '/phone': simulator },
  },
});
