import { existsSync, readFileSync } from 'node:fs';

const CONTENT_TYPES = {
  'phone.html': 'text/html; charset=utf-8',
  'phone.css': 'text/css; charset=utf-8',
  'phone.js': 'text/javascript; charset=utf-8',
  'phone-words.js': 'text/javascript; charset=utf-8',
  'links.js': 'text/javascript; charset=utf-8',
} as const;
export type PhoneAsset = keyof typeof CONTENT_TYPES;

/** A file of `assets/phone`, read each time: it is small, and an edit shows on reload. */
export function readPhoneAsset(name: PhoneAsset): { body: string; contentType: string } {
  return { body: readFileSync(new URL(name, assetsFolder()), 'utf8'), contentType: CONTENT_TYPES[name] };
}

export function isPhoneAsset(name: string): name is PhoneAsset {
  return Object.hasOwn(CONTENT_TYPES, name);
}

/** `assets/` stands at the root of the package; this module runs from `src/phone/`, `dist/` or a folder of `dist/`. */
function assetsFolder(): URL {
  const places = ['../assets/phone/', '../../assets/phone/'].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(new URL('phone.html', place)));
  if (!found) throw new Error('The folder assets/phone is missing: this package is not whole.');
  return found;
}
