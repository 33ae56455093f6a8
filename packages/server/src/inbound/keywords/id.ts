import type { Keywords } from './keywords.js';

export const id: Keywords = {
  stop: [
    'berhenti',
    'henti',
    'hentikan',
    'setop',
    'unreg',
    'berhenti berlangganan',
    'batal langganan',
    'batalkan langganan',
    'hentikan pesan',
    'hentikan notifikasi',
    'stop pesan',
    'stop notifikasi',
    'stop kirim pesan',
    'jangan kirim pesan',
    'jangan kirim pesan lagi',
    'jangan kirim lagi',
    'tidak mau menerima pesan',
  ],
  start: ['mulai', 'aktifkan', 'lanjutkan', 'berlangganan', 'langganan lagi', 'aktifkan notifikasi'],
};
