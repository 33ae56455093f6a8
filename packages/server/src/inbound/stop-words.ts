/** What a whole message asks for: no more notices, or notices again. `null`: neither. */
export type Keyword = 'stop' | 'start';

export function classifyKeyword(_text: string): Keyword | null {
  throw new Error('Not built yet.');
}
