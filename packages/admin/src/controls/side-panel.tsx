import { useEffect, useId, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Icon, type AdminIconName } from './icon.js';

interface SidePanelProps {
  heading: ReactNode;
  /** Of what is shown: the focus goes to the heading whenever it changes. */
  of: string;
  onClose: () => void;
  /** To the row before and after; absent at the ends of the list. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  children: ReactNode;
}

const WIDE = '(min-width: 1280px)';

/** Beside the page where there is room, else a drawer over it; on phones a whole page. Escape closes it. */
export function SidePanel({ heading, of, onClose, onPrevious, onNext, children }: SidePanelProps) {
  const { t } = useWords();
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(WIDE).matches,
    () => false,
  );
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, [isWide]);
  useEffect(() => {
    title.current?.focus();
  }, [of, isWide]);
  const content = (
    <>
      <div className="woa-side-head">
        <h2 id={headingId} ref={title} tabIndex={-1}>
          {heading}
        </h2>
        <div className="woa-side-acts">
          <PanelButton icon="up" label={t('act.previous')} onClick={onPrevious} />
          <PanelButton icon="down" label={t('act.next')} onClick={onNext} />
          <PanelButton icon="close" label={t('act.close')} onClick={onClose} />
        </div>
      </div>
      {children}
    </>
  );
  if (!isWide) {
    return (
      <dialog
        ref={dialog}
        className="woa-side-panel"
        aria-labelledby={headingId}
        onCancel={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        {content}
      </dialog>
    );
  }
  return (
    <aside
      className="woa-side-panel"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {content}
    </aside>
  );
}

interface PanelButtonProps {
  icon: AdminIconName;
  label: string;
  onClick: (() => void) | undefined;
}

function PanelButton({ icon, label, onClick }: PanelButtonProps) {
  return (
    <Button kind="plain" square aria-label={label} title={label} disabled={!onClick} onClick={() => onClick?.()}>
      <Icon name={icon} />
    </Button>
  );
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
