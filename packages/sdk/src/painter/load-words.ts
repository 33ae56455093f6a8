import { hasWordsFor, teach } from './words.js';

/** Never rejects: where the words do not come, English stands in for them until the page is loaded anew. */
export async function loadWordsFor(tags: readonly string[]): Promise<void> {
  if (hasWordsFor(tags)) return;
  const finder = await import('./languages.js').then(
    ({ speak }) => speak(tags),
    () => () => 'english' as const,
  );
  teach(finder);
}
