import { describe, expect, it } from 'vitest';
import { eachRow, readCursor, writeCursor, type PageRequest } from './page.js';
import { searchWords } from './session-queries.js';

const POSITION = { value: '2026-11-24T08:00:00.123456Z', id: '01900000-0000-7000-8000-000000000000' };

describe('a cursor', () => {
  it('comes back as it went, for its own order alone', () => {
    const cursor = writeCursor('sessions:expiresAt', POSITION);
    expect(readCursor('sessions:expiresAt', cursor)).toEqual(POSITION);
    expect(readCursor('sessions:-expiresAt', cursor)).toBeNull();
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["o","v","not-an-id"]').toString('base64url'),
    Buffer.from(`["o","v","${'-'.repeat(36)}"]`).toString('base64url'),
    Buffer.from(`["o","a\\u0000b","${POSITION.id}"]`).toString('base64url'),
    Buffer.from('{"0":"o"}').toString('base64url'),
  ])('%j is none', (cursor) => {
    expect(readCursor('o', cursor)).toBeNull();
  });
});

describe('every row of a list', () => {
  it('is read page by page', async () => {
    const asked: (string | undefined)[] = [];
    const read = async ({ after, limit }: PageRequest) => {
      asked.push(after?.value);
      const begin = Number(after?.value ?? 0);
      const rows = [1, 2, 3, 4, 5].slice(begin, begin + limit);
      return { rows, next: begin + limit < 5 ? { value: String(begin + limit), id: '' } : null };
    };
    const rows: number[] = [];
    for await (const row of eachRow(read, 2)) rows.push(row);
    expect(rows).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([undefined, '2', '4']);
  });
});

describe('the words of a search', () => {
  it.each([
    ['Sara al-Harbi', ['Sara', 'al', 'Harbi']],
    ['سارة الحربي', ['سارة', 'الحربي']],
    ['+966 50-000 (0901)', ['966500000901']],
    ['00966500000901', ['966500000901']],
    ['0901', ['0901']],
    ['2026-1', ['2026', '1']],
    ['A-001 a-001', ['A', '001', 'a']],
    ['%_', []],
  ])('%j are %j', (search, words) => {
    expect(searchWords(search)).toEqual(words);
  });
});
