import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CONTENT_TYPES = {
  'phone.html': 'text/html; charset=utf-8',
  'phone.css': 'text/css; charset=utf-8',
  'phone.js': 'text/javascript; charset=utf-8',
  'phone-words.js': 'text/javascript; charset=utf-8',
} as const;
export type PhoneAsset = keyof typeof CONTENT_TYPES;

/** A file of `assets/phone`, read anew each time: it is small, and an edit shows on reload. */
export function readPhoneAsset(name: PhoneAsset): { body: string; contentType: string } {
  return { body: readFileSync(new URL(name, assetsFolder()), 'utf8'), contentType: CONTENT_TYPES[name] };
}

export function isPhoneAsset(name: string): name is PhoneAsset {
  return Object.hasOwn(CONTENT_TYPES, name);
}

/** `assets/` stands at the root of the package; this module runs from `src/phone/` or, bundled, from `dist/`. */
function assetsFolder(): URL {
  const bundled = fileURLToPath(import.meta.url)
    .replaceAll('\\', '/')
    .includes('/dist/');
  return new URL(bundled ? '../assets/phone/' : '../../assets/phone/', import.meta.url);
}
