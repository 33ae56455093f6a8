import { useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it. */
  wrong?: string | undefined;
}

/** A label, the control, a hint, what is wrong: tied together for screen readers. */
function Field({ label, hint, wrong, id, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="woa-field">
      <label className="woa-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <Remarks id={id} hint={hint} wrong={wrong} />
    </div>
  );
}

/** The texts that `describedBy` names. */
function Remarks({ id, hint, wrong }: Pick<Labelled, 'hint' | 'wrong'> & { id: string }) {
  return (
    <>
      {hint && (
        <p className="woa-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="woa-wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, { hint, wrong }: Pick<Labelled, 'hint' | 'wrong'>) {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(wrong ? [`${id}-wrong`] : [])];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(wrong && { 'aria-invalid': true as const }),
  };
}

export function TextField({ label, hint, wrong, ...rest }: Labelled & ComponentPropsWithoutRef<'input'>) {
  const id = useId();
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      <input type="text" {...rest} id={id} className="woa-input" {...describedBy(id, { hint, wrong })} />
    </Field>
  );
}

export function TextArea({ label, hint, wrong, ...rest }: Labelled & ComponentPropsWithoutRef<'textarea'>) {
  const id = useId();
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      <textarea {...rest} id={id} className="woa-input" {...describedBy(id, { hint, wrong })} />
    </Field>
  );
}

export function SelectField({ label, hint, wrong, ...rest }: Labelled & ComponentPropsWithoutRef<'select'>) {
  const id = useId();
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      <select {...rest} id={id} className="woa-input" {...describedBy(id, { hint, wrong })} />
    </Field>
  );
}

export function CheckField({ label, hint, wrong, ...rest }: Labelled & ComponentPropsWithoutRef<'input'>) {
  const id = useId();
  return (
    <div className="woa-check">
      <input {...rest} type="checkbox" id={id} {...describedBy(id, { hint, wrong })} />
      <div>
        <label className="woa-label" htmlFor={id}>
          {label}
        </label>
        <Remarks id={id} hint={hint} wrong={wrong} />
      </div>
    </div>
  );
}
