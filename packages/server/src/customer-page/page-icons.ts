import { raw } from 'hono/html';

const icon = (path: string, flips = false) =>
  raw(`<svg class="icon${flips ? ' flip' : ''}" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`);

/** Drawings of the page, in the text's colour. */
export const ICONS = {
  globe: icon(
    'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17ZM3.500 12h17M12 3.500c5 5 5 12 0 17-5-5-5-12 0-17Z',
  ),
  check: icon('m5 12.500 4.500 4.500L19 7.500'),
  pause: icon('M9 6v12M15 6v12'),
  stop: icon('M7 7h10v10H7Z'),
  file: icon(
    'M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5ZM13.5 3.5v5h5M9 13h6M9 16.5h4',
  ),
  forward: icon('m10 7 5 5-5 5', true),
  download: icon('M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4.500 20h15'),
  trash: icon('M4.500 6.500h15M9.500 6.500V4h5v2.500M6.500 6.500l.8 13h9.400l.8-13M10 10.500v5.500M14 10.500v5.500'),
};
