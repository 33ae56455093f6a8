import { dress, type Painted } from './painted.js';

/** The cross in the corner of a panel. It comes last, so that a keyboard meets what the panel is for first. */
export function CloseButton({ label, onClose, ...painted }: Painted & { label: string; onClose: () => void }) {
  const { Icon } = painted.components;
  return (
    <button type="button" {...dress(painted, 'close', 'control close')} aria-label={label} onClick={onClose}>
      <Icon name="close" />
    </button>
  );
}
