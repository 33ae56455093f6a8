import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  heading: ReactNode;
  onClose: () => void;
  /** Buttons, the one that closes first. */
  foot: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog of the browser's own: it holds the focus, closes with Escape, and gives the focus back. */
export function Dialog({ heading, onClose, foot, wide, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="woa-dialog"
      aria-labelledby={headingId}
      data-wide={wide || undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="woa-dialog-body">
        <h2 id={headingId} tabIndex={-1} autoFocus>
          {heading}
        </h2>
        {children}
        <div className="woa-dialog-foot">{foot}</div>
      </div>
    </dialog>
  );
}
