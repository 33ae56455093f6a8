// @ts-check
import { root } from '../scripts/run.mjs';
import { bundle, entries, gzipBytes } from './entries.mjs';

const REACT = ['react', 'react-dom', 'react-dom/*', 'react/*'];

/** Weights of what a customer's page loads, gzip, in bytes. */
export async function measureBytes() {
  const peer = entries().find(({ name }) => name.startsWith('react-floating'));
  const subjects = [
    {
      name: '`generateWhatsAppLink` alone',
      code: "import { generateWhatsAppLink } from '@whatsapp-optin/sdk'; console.log(generateWhatsAppLink);",
    },
    {
      name: 'React prompt, without React',
      code: "import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react'; console.log(WhatsAppNotificationPrompt);",
      external: REACT,
    },
    { name: 'element', code: "import '@whatsapp-optin/web-component/define';" },
    ...(peer
      ? [
          {
            name: 'react-floating-whatsapp, without React',
            code: "import { FloatingWhatsApp } from 'react-floating-whatsapp'; console.log(FloatingWhatsApp);",
            external: REACT,
            from: peer.from,
          },
        ]
      : []),
  ];
  const rows = [];
  for (const { name, code, external = [], from = root } of subjects) {
    const { files, first } = await bundle(code, { from, external });
    const pick = (/** @type {boolean} */ isFirst) =>
      [...files].filter(([file]) => first.includes(file) === isFirst && file.endsWith('.js')).map(([, bytes]) => bytes);
    // One language beside English is loaded, not all eleven.
    const later = [...files].filter(([file]) => !first.includes(file));
    rows.push({
      name,
      firstBytes: gzipBytes(pick(true)),
      laterFiles: later.length,
      laterBytes: gzipBytes(pick(false)),
    });
  }
  return rows;
}
