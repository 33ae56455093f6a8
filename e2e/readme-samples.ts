import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSamples } from '../scripts/readme-samples.mjs';
import { root } from '../scripts/run.mjs';

/** @throws where the document has no sample of this name. */
export async function sample(name: string, document = 'README.md'): Promise<string> {
  const found = readSamples(await readFile(join(root, document), 'utf8')).get(name);
  if (!found) throw new Error(`${document} has no sample named "${name}".`);
  return found.text;
}

/** A folder inside the repository, so that a sample's imports find the packages as a user's would. */
export async function makeFolder(name: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache/whatsapp-optin/readme', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A folder with the built script tag, what it loads later, and these pages, by name. */
export async function makeSite(name: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeFolder(name);
  await cp(join(root, 'packages/web-component/dist'), folder, { recursive: true });
  for (const [page, html] of Object.entries(pages)) await writeFile(join(folder, page), html);
  return folder;
}
