import { expect, it } from 'vitest';
import { faultTable } from './fault-table.mjs';

const AT = new Date('2026-11-30T12:00:00Z');

it('has a row a fault and engine, in their order, with a dash for what was not looked for', () => {
  const row = { fault: 'kill -9', tried: '100 sends', lost: null, twice: 0, late: null, recoveredInMs: 1_240 };
  const table = faultTable(
    [
      { ...row, engine: 'postgres' },
      { ...row, engine: 'pglite', recoveredInMs: null },
      { ...row, fault: 'a late claim', engine: 'pglite' },
    ],
    { machine: 'a machine', at: AT },
  );
  expect(table).toContain('on 2026-11-30 (a machine)');
  expect(table.split('\n').filter((line) => line.includes('100 sends'))).toEqual([
    '| a late claim | PGlite | 100 sends | – | 0 | – | 1.2 s |',
    '| kill -9 | PGlite | 100 sends | – | 0 | – | – |',
    '| kill -9 | PostgreSQL | 100 sends | – | 0 | – | 1.2 s |',
  ]);
});
