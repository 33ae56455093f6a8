import { expect, it } from 'vitest';
import { refuseUnreachable } from './webhook-change.js';

it.each([
  ['http://localhost:3000', 'https://graph.facebook.com', true],
  ['http://localhost:3000', 'http://localhost:4001', false],
  ['https://queue.example.com', 'https://graph.facebook.com', false],
])('leads webhooks to %s of %s: refused is %s', (publicUrl, vendorUrl, isRefused) => {
  expect(refuseUnreachable(publicUrl, vendorUrl) !== null).toBe(isRefused);
});
