import { forwardRef, type ComponentPropsWithoutRef } from 'react';

type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  size?: 'small';
  /** Holds a picture alone: give it an `aria-label`. */
  square?: boolean;
  busy?: boolean;
};

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'secondary', size, square, busy, disabled, onClick, ...rest },
  ref,
) {
  // A button that turns off under the finger would drop the focus: it stays reachable and does nothing.
  const off = disabled || busy;
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className="woa-button"
      data-kind={kind}
      data-size={size}
      data-shape={square ? 'square' : undefined}
      aria-busy={busy || undefined}
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
});
