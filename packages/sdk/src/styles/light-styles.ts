import { OWN_TEXT } from './first-styles.js';
import { writtenOut } from './shorthand.js';

/** What a light DOM needs beside the look, where a host's own rules for elements reach into the card. It comes first. */
export const lightStyles = writtenOut(`:where(%inline){display:grid;gap:8px}
^ *{${OWN_TEXT}}
^ :is(%heading,%text,%list){border:0;background:none;font-family:inherit;color:inherit;max-inline-size:none}
^ bdi{unicode-bidi:isolate}
`);
