import { useEffect, useId, useState } from 'react';
import { useWords } from '../words/use-words.js';
import { Icon, type AdminIconName } from './icon.js';

const TYPING_MS = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Calls back when the typing pauses. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className="woa-search" role="search">
      <Icon name="search" />
      <input
        className="woa-input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

interface FilterFieldProps<Value extends string> {
  label: string;
  /** `''`: all. */
  value: Value | '';
  onChange: (value: Value | '') => void;
  all: string;
  /** Picture before it. @default none */
  icon?: AdminIconName;
  choices: readonly { value: Value; label: string }[];
}

export function FilterField<Value extends string>(props: FilterFieldProps<Value>) {
  const { label, value, onChange, all, icon, choices } = props;
  const id = useId();
  return (
    <div className="woa-filter">
      <label className="woa-hidden" htmlFor={id}>
        {label}
      </label>
      {icon && <Icon name={icon} />}
      <select
        id={id}
        className="woa-input"
        value={value}
        onChange={(event) => onChange(event.target.value as Value | '')}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Days of the calendar, both included; empty: open. */
export function DayRangeField({
  value,
  onChange,
}: {
  value: { from?: string; to?: string };
  onChange: (range: { from?: string; to?: string }) => void;
}) {
  const { t } = useWords();
  const field = (name: 'from' | 'to', label: string) => (
    <label className="woa-filter">
      <span className="woa-note">{label}</span>
      <input
        className="woa-input"
        type="date"
        value={value[name] ?? ''}
        onChange={(event) => {
          const { [name]: _dropped, ...rest } = value;
          onChange(event.target.value === '' ? rest : { ...rest, [name]: event.target.value });
        }}
      />
    </label>
  );
  return (
    <>
      {field('from', t('filter.from'))}
      {field('to', t('filter.to'))}
    </>
  );
}
