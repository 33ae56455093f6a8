import type { ReactNode } from 'react';

export interface Tile {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/** The few numbers that matter most. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl className="woa-tiles">
      {tiles.map(({ label, value, note }) => (
        <div className="woa-tile" key={label}>
          <dt>{label}</dt>
          <dd>
            <span>{value}</span>
            {note && <span className="woa-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
