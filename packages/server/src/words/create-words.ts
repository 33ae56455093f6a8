import type { Words } from './words.js';

export function createWords(): Words {
  throw new Error('Not built yet.');
}
