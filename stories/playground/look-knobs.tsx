import type { WhatsAppTheme } from '@whatsapp-optin/react';
import { LOCALE_CHOICES } from '../stage/toolbar.js';
import { Choice, Field } from './choice.js';
import { DISPLAYS, type Look } from './look.js';

interface KnobsProps {
  look: Look;
  onChange: (part: Partial<Look>) => void;
}

const THEMES: readonly WhatsAppTheme[] = ['auto', 'light', 'dark', 'contrast'];

/** Values that are their own titles. */
export function titled<Value extends string>(values: readonly Value[]): { value: Value; title: Value }[] {
  return values.map((value) => ({ value, title: value }));
}

export function LookChoices({ look, onChange }: KnobsProps) {
  return (
    <>
      <Choice
        label="Display"
        value={look.display}
        options={titled(DISPLAYS)}
        onChange={(display) => onChange({ display })}
      />
      <Choice label="Theme" value={look.theme} options={titled(THEMES)} onChange={(theme) => onChange({ theme })} />
    </>
  );
}

export function LookFields({ look, onChange }: KnobsProps) {
  return (
    <div className="playground-fields">
      <Field label="Language">
        <select value={look.locale} onChange={(event) => onChange({ locale: event.target.value })}>
          {LOCALE_CHOICES.map(({ value, title }) => (
            <option key={value} value={value} lang={value}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Accent">
        <span className="playground-accents">
          <input type="color" value={look.accent} onChange={(event) => onChange({ accent: event.target.value })} />
        </span>
      </Field>
      <Field label="Corners">
        <input
          type="range"
          min="0"
          max="28"
          value={look.radiusPx}
          onChange={(event) => onChange({ radiusPx: Number(event.target.value) })}
        />
      </Field>
    </div>
  );
}
