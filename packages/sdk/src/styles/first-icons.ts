/** The icons of the first paint, as in `optInIcons`. */
export const optInFirstIcons = {
  chat: 'M12 3a9 9 0 0 0-7.8 13.5L3 21l4.6-1.2A9 9 0 1 0 12 3ZM8.5 10.5h7M8.5 14h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  send: 'M20.5 3.5 10 14M20.5 3.5 14 20.5 10 14 3.5 10Z',
  return: 'M9 14 4 9l5-5M4 9h9.5a6.5 6.5 0 0 1 0 13H11',
} as const;
