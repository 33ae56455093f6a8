import { randomBytes } from 'node:crypto';
import { createWhatsAppOptIn, sharedWhatsAppOptIn } from '@whatsapp-optin/server';

const { env } = process;
const origin = `http://localhost:${env['PORT'] ?? '3000'}`;
const newKey = (prefix: string) => `${prefix}_${randomBytes(24).toString('base64url')}`;

/** Next evaluates this file again after each edit and for each page; the first server stays. */
export const optIn = sharedWhatsAppOptIn(() =>
  createWhatsAppOptIn({
    database: env['DATABASE_URL'] ?? './.whatsapp-optin',
    basePath: '/whatsapp',
    publicUrl: `${origin}/whatsapp`,
    allowedOrigins: [origin],
    logLevel: 'warn',
    organization: {
      name: 'Acme Clinic',
      whatsappNumber: '+966500000000',
      secretKey: env['SECRET_KEY'] ?? newKey('sk'),
      adminKey: env['ADMIN_KEY'] ?? newKey('ak'),
    },
    push: { vapidSubject: 'mailto:push@clinic.example' },
    providers: {
      ultramsg: {
        instanceId: '1150',
        token: 'simulator-token',
        webhookToken: env['ULTRAMSG_WEBHOOK_TOKEN'] ?? '',
        baseUrl: env['SIMULATOR_URL'] ?? 'http://localhost:3001',
      },
    },
  }),
);
