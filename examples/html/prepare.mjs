// Puts the files of the element into `public`, and the page with a hash for each of them.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('ticket.html', import.meta.url);
const PUBLIC = new URL('public/', import.meta.url);
const dist = new URL('.', import.meta.resolve('@whatsapp-optin/web-component/define'));

const hashes = JSON.parse(await readFile(new URL('sri.json', dist), 'utf8'));
await mkdir(PUBLIC, { recursive: true });
for (const name of Object.keys(hashes)) await copyFile(new URL(name, dist), new URL(name, PUBLIC));

// The browser checks the first file by its tag, and each file that it loads later by the import map.
const integrity = Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [`./${name}`, hash]));
const page = (await readFile(PAGE, 'utf8'))
  .replace('<!-- import map -->', `<script type="importmap">${JSON.stringify({ integrity })}</script>`)
  .replace('sha384-of-the-element', hashes['whatsapp-optin.js']);
await writeFile(new URL('index.html', PUBLIC), page);
console.log(`The page is ready: ${fileURLToPath(PUBLIC)}index.html`);
