/** 24 × 24, drawn as a round 1.75 px stroke in the current colour. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  download: 'M12 4v10M7.5 10 12 14.5 16.5 10M5 19.5h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  eyeOff:
    'M4 4l16 16M9.5 5.8c.8-.2 1.6-.3 2.5-.3 6 0 9.5 6.5 9.5 6.5s-1 1.9-2.9 3.6M6 7.5C3.7 9.3 2.5 12 2.5 12S6 18.5 12 18.5c1.5 0 2.8-.4 4-1',
  sort: 'M12 19V5M6.5 10.5 12 5l5.5 5.5',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  copy: 'M9 11a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2ZM5 15V6a2 2 0 0 1 2-2h8',
  next: 'm9 5 7 7-7 7',
  up: 'm6 14.5 6-6 6 6',
  down: 'm6 9.5 6 6 6-6',
  push: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15ZM10 21h4',
  session:
    'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5Z',
  sms: 'M4 6h16v12H4ZM4 7l8 6 8-6',
  stop: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.5 17.5l11-11',
  inbox: 'M5.5 5h13l2 8v6h-17v-6ZM3.5 13H9a3 3 0 0 0 6 0h5.5',
  send: 'M20.5 3.5 3.5 10l7 3.5 3.5 7ZM10.5 13.5l10-10',
  shield: 'M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6ZM9 12l2.2 2.2L15.2 10',
  file: 'M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5M9 12.5h6M9 16h6',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  sliders: 'M4 7.5h9M17 7.5h3M15 5.5v4M4 16.5h3M11 16.5h9M9 14.5v4',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.5l3 1.5',
  key: 'M8.5 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM11.5 12.5 19.5 4.5M16 8l3 3M13.5 10.5l2 2',
  more: 'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  globe:
    'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM4 12h16M12 4c2.5 2.3 3.5 5 3.5 8s-1 5.7-3.5 8c-2.5-2.3-3.5-5-3.5-8S9.5 6.3 12 4Z',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  leave: 'M13.5 4.5h-8v15h8M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  ticket: 'M4 7h16v3.2a1.9 1.9 0 0 0 0 3.6V17H4v-3.2a1.9 1.9 0 0 0 0-3.6ZM14 7.5v1.5M14 11.2v1.6M14 15v1.5',
  bolt: 'M13 3.5 5.5 13.5H12l-1 7 7.5-10H12Z',
  person: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 20c.5-3.5 3.3-5.5 7-5.5s6.5 2 7 5.5',
} as const;
export type AdminIconName = keyof typeof PATHS;

/** Pictures that point somewhere turn with the direction of the text. */
const TURNING: readonly AdminIconName[] = ['next', 'send', 'leave', 'list'];

export function Icon({ name }: { name: AdminIconName }) {
  return (
    <svg
      className="woa-icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      {...(TURNING.includes(name) && { 'data-turns': '' })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
