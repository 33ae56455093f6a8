import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBytesOf, installedWith } from '../scripts/install-size.mjs';
import { packRoom } from '../scripts/pack-room.mjs';
import { ROOMS } from '../scripts/packages.mjs';
import { root } from '../scripts/run.mjs';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whatsapp-optin-install-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Bytes on disk of a package: of ours as it is published, of others as npm has installed it here. */
function bytesOf(place: string): number {
  const room = ROOMS.find((one) => place === `@whatsapp-optin/${one}`);
  if (!room) return diskBytesOf(join(root, place));
  packRoom(room, folder);
  return diskBytesOf(join(folder, room));
}

test('a ticket page installs at most 8 packages and 3 MB with @whatsapp-optin/react, beside React', () => {
  const installed = installedWith('react', ['react', 'react-dom']);
  const sizes = [...installed].map(([place, name]) => [name, bytesOf(place)] as const);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  console.info(`${bytes} B of 3000000: ${sizes.map(([name, size]) => `${name} ${size}`).join(', ')}`);
  expect([...installed.values()]).toContain('@whatsapp-optin/sdk');
  expect(installed.size).toBeLessThanOrEqual(8);
  expect(bytes).toBeLessThanOrEqual(3_000_000);
});
