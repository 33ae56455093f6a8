'use client';
import { loadEverything } from '@whatsapp-optin/sdk/card/server';

// What a server loads in place of `index.ts`, by the export condition `node`.
loadEverything();

export * from './index.js';
