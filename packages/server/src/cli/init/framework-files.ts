export const FRAMEWORKS = ['next', 'express', 'html', 'serve'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export interface FrameworkKit {
  /** Where the host mounts the server; `''`: it runs by itself. */
  basePath: string;
  /** Where the host's pages come from while it is developed. */
  origin: string;
  /** Files to write by their paths. */
  files: Readonly<Record<string, string>>;
  /** Packages for `npm install`. */
  packages: readonly string[];
  /** The component, ready to paste. */
  snippet: string;
  /** Starts what was made. */
  start: string;
}

const MOUNT = '/whatsapp';

const NEXT_APP = `import { createWhatsAppOptIn, optionsFromEnvironment, sharedWhatsAppOptIn } from '@whatsapp-optin/server';

/** Next evaluates this file again after each edit; the first server stays. */
export const optIn = sharedWhatsAppOptIn(() => createWhatsAppOptIn(optionsFromEnvironment(process.env).options));
`;

const NEXT_ROUTE = `import { toNextHandlers } from '@whatsapp-optin/server/next';
import { optIn } from '../../../lib/opt-in';

export const { GET, POST, PUT, DELETE, OPTIONS, HEAD } = toNextHandlers(optIn);
`;

const EXPRESS_SERVER = `import express from 'express';
import { createWhatsAppOptIn, optionsFromEnvironment } from '@whatsapp-optin/server';
import { toExpressHandler } from '@whatsapp-optin/server/express';

const optIn = createWhatsAppOptIn(optionsFromEnvironment(process.env).options);
await optIn.start();

const app = express();
// Before express.json(): a webhook is verified on the bytes as they came.
app.use('${MOUNT}', toExpressHandler(optIn));
app.use(express.json());
const port = Number(process.env.PORT ?? 4000);
app.listen(port, () => console.log(\`http://localhost:\${port}${MOUNT}/admin\`));
`;

const HTML_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Ticket A001</title>
    <script type="module" src="./node_modules/@whatsapp-optin/web-component/dist/whatsapp-optin.js"></script>
  </head>
  <body>
    <whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001">
      <a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a>
    </whatsapp-optin>
  </body>
</html>
`;

const react = (server: string): string => `<WhatsAppNotificationPrompt
  ticketNumber="A001"
  organizationName="Acme Clinic"
  companyWhatsAppNumber="+966500000000"
  server="${server}"
  publishableKey="<PUBLISHABLE_KEY of .env>"
  onOptIn={() => {}}
  onSkip={() => {}}
/>`;

const element = `<whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001"
  server="http://localhost:4000" publishable-key="<PUBLISHABLE_KEY of .env>"></whatsapp-optin>`;

const SERVER = ['@whatsapp-optin/server', '@electric-sql/pglite'];

export const KITS: Readonly<Record<Framework, FrameworkKit>> = {
  next: {
    basePath: MOUNT,
    origin: 'http://localhost:3000',
    files: { 'lib/opt-in.ts': NEXT_APP, 'app/whatsapp/[...path]/route.ts': NEXT_ROUTE },
    packages: [...SERVER, '@whatsapp-optin/react'],
    snippet: react(MOUNT),
    start: 'npx next dev',
  },
  express: {
    basePath: MOUNT,
    origin: 'http://localhost:5173',
    files: { 'opt-in-server.mjs': EXPRESS_SERVER },
    packages: [...SERVER, '@whatsapp-optin/react', 'express'],
    snippet: react(`http://localhost:4000${MOUNT}`),
    start: 'node --env-file=.env opt-in-server.mjs',
  },
  html: {
    basePath: '',
    origin: 'http://localhost:8080',
    files: { 'ticket.html': HTML_PAGE },
    packages: [...SERVER, '@whatsapp-optin/web-component'],
    snippet: element,
    start: 'npx whatsapp-optin serve',
  },
  serve: {
    basePath: '',
    origin: 'http://localhost:3000',
    files: {},
    packages: SERVER,
    snippet: element,
    start: 'npx whatsapp-optin serve',
  },
};
