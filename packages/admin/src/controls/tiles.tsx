import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export interface Tile {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** It filters the list below. `isOn`: the list shows just what it counts. */
  filter?: { isOn: boolean; onToggle: () => void };
}

/** The few numbers that matter most: two in a row on phones, all in one where there is room. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul className="woa-tiles" data-count={tiles.length}>
      {tiles.map((tile) => (
        <li key={tile.label}>
          {tile.filter ? (
            <button type="button" className="woa-tile" aria-pressed={tile.filter.isOn} onClick={tile.filter.onToggle}>
              <TileText {...tile} />
              {tile.filter.isOn && <Icon name="check" />}
            </button>
          ) : (
            <div className="woa-tile">
              <TileText {...tile} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function TileText({ label, value, note }: Tile) {
  return (
    <>
      <span className="woa-tile-label">{label}</span>
      <span className="woa-tile-value">{value}</span>
      {note && <span className="woa-note">{note}</span>}
    </>
  );
}
