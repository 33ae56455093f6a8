import { toNextHandlers } from '@whatsapp-optin/server/next';
import { optIn } from '../../../lib/opt-in';

export const { GET, POST, PUT, DELETE, OPTIONS, HEAD } = toNextHandlers(optIn);
