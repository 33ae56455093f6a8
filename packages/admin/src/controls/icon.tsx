/** 24 × 24, drawn as a round 2 px stroke in the current colour. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  download: 'M12 4v10M7.5 10 12 14.5 16.5 10M5 19.5h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  eyeOff:
    'M4 4l16 16M9.5 5.8c.8-.2 1.6-.3 2.5-.3 6 0 9.5 6.5 9.5 6.5s-1 1.9-2.9 3.6M6 7.5C3.7 9.3 2.5 12 2.5 12S6 18.5 12 18.5c1.5 0 2.8-.4 4-1',
  sort: 'M12 19V5M6.5 10.5 12 5l5.5 5.5',
  close: 'm6 6 12 12M18 6 6 18',
  copy: 'M9 11a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2ZM5 15V6a2 2 0 0 1 2-2h8',
  next: 'm9 5 7 7-7 7',
  push: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15ZM10 21h4',
  session:
    'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5Z',
  sms: 'M4 6h16v12H4ZM4 7l8 6 8-6',
  stop: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.5 17.5l11-11',
} as const;
export type AdminIconName = keyof typeof PATHS;

/** Pictures that point somewhere turn with the direction of the text. */
const TURNING: readonly AdminIconName[] = ['next'];

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
