import type { Catalogue } from './catalogue.js';

/** Indonesian: Anda; "antrean"; one plural form. */
export const id: Catalogue = {
  welcomeThanks_other:
    'Terima kasih telah menghubungi {{company}}. Selama {{number}} jam ke depan, Anda akan menerima notifikasi WhatsApp:',
  welcomeKinds:
    '• Konfirmasi nomor antrean\n• Posisi Anda dalam antrean\n• Kabar saat giliran hampir tiba\n• Kabar saat giliran tiba',
  welcomeTicket: 'Notifikasi ini untuk nomor antrean {{ticket}}.',
  welcomeActiveUntil: 'Notifikasi aktif sampai {{date}} pukul {{time}}.',
  welcomeHelp: 'Perlu bantuan? Balas kapan saja.',
  welcomeStop: 'Untuk menghentikan pesan ini, balas BERHENTI.',
  welcomePage: 'Kembali ke halaman nomor antrean Anda:\n{{url}}',
  welcomeOwnPage: 'Hentikan, jeda, atau lihat data Anda:\n{{url}}',

  optOutConfirmation: 'Anda tidak akan lagi menerima pesan dari {{company}}. Untuk menerimanya kembali, balas MULAI.',
  stopQuestion: 'Untuk menghentikan pesan dari {{company}}, balas BERHENTI.',

  ticketCreatedTitle: 'Nomor antrean {{ticket}} terkonfirmasi',
  ticketCreated: 'Nomor antrean Anda {{ticket}} di {{company}} sudah terkonfirmasi.',
  position: 'Posisi Anda dalam antrean: {{position}}.',
  ahead_zero: 'Tidak ada orang di depan Anda.',
  ahead_other: 'Ada {{number}} orang di depan Anda.',
  wait_zero: 'Perkiraan waktu tunggu: kurang dari satu menit.',
  wait_other: 'Perkiraan waktu tunggu: sekitar {{number}} menit.',

  positionUpdateTitle: 'Nomor antrean {{ticket}}: info antrean',
  positionUpdate: 'Nomor antrean {{ticket}} di {{company}}: posisi Anda sekarang {{position}}.',
  positionUpdateUnknown: 'Nomor antrean {{ticket}} di {{company}}: antrean sudah bergerak.',

  almostYourTurnTitle: 'Giliran Anda hampir tiba',
  almostYourTurn: 'Nomor antrean {{ticket}}: giliran Anda hampir tiba.',
  stayNear: 'Mohon tetap berada di dekat {{place}}.',
  stayNearby: 'Mohon tetap berada di dekat sini.',

  yourTurnTitle: 'Giliran Anda sudah tiba',
  yourTurn: 'Giliran Anda sudah tiba. Nomor antrean: {{ticket}}.',
  proceedTo: 'Silakan menuju {{place}}.',
  proceedNow: 'Silakan datang sekarang.',

  sessionExpiringTitle: 'Info lewat WhatsApp akan berakhir',
  sessionExpiring_zero: 'Info WhatsApp dari {{company}} berakhir dalam kurang dari satu menit.',
  sessionExpiring_other: 'Info WhatsApp dari {{company}} berakhir dalam {{number}} menit.',
  sessionExpiringSoon: 'Info WhatsApp dari {{company}} segera berakhir.',
  sessionExpiringKeep: 'Balas pesan ini untuk tetap menerima pembaruan.',

  criticalTitle: 'Pemberitahuan penting',
  critical: 'Pemberitahuan penting untuk nomor antrean {{ticket}}. Mohon hubungi petugas.',

  actionOnMyWay: 'Dalam perjalanan',
  actionMoreTime: '{{number}} menit lagi',
  actionLeave: 'Tinggalkan antrean',
  replyWithNumber: 'Balas dengan angka:',

  quickReplyYes: 'Ya, tentu.',
  quickReplyAsk: 'Silakan tanya di resepsionis.',
  quickReplySoon: 'Sekitar {{number}} menit lagi.',
};
