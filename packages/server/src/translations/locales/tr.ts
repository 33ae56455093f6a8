import type { Catalogue } from './catalogue.js';

/** Turkish: siz. Values stand where they need no suffix, since its vowels would depend on the value. */
export const tr: Catalogue = {
  welcomeThanks_one:
    '{{company}} ile iletişime geçtiğiniz için teşekkür ederiz. {{number}} saat boyunca WhatsApp bildirimleri alacaksınız:',
  welcomeThanks_other:
    '{{company}} ile iletişime geçtiğiniz için teşekkür ederiz. {{number}} saat boyunca WhatsApp bildirimleri alacaksınız:',
  welcomeKinds: '• Sıra fişi onayı\n• Sıradaki yeriniz\n• Sıranız yaklaşınca uyarı\n• Sıranız gelince bildirim',
  welcomeTicket: 'Bildirimler {{ticket}} numaralı sıra fişi içindir.',
  welcomeActiveUntil: 'Bildirimler şu zamana kadar açık: {{date}}, saat {{time}}.',
  welcomeHelp: 'Yardıma mı ihtiyacınız var? İstediğiniz zaman yanıt yazabilirsiniz.',
  welcomeStop: 'Bu mesajları durdurmak için DURDUR yazıp gönderin.',
  welcomePage: 'Sıra fişi sayfanıza dönün:\n{{url}}',
  welcomeOwnPage: 'Durdurun, duraklatın veya verilerinizi görün:\n{{url}}',

  optOutConfirmation: 'Artık {{company}} tarafından mesaj almayacaksınız. Yeniden almak için BAŞLAT yazıp gönderin.',
  stopQuestion: '{{company}} mesajlarını durdurmak için DURDUR yazıp gönderin.',

  ticketCreatedTitle: '{{ticket}} numaralı sıra fişi onaylandı',
  ticketCreated: '{{company}} için {{ticket}} numaralı sıra fişiniz onaylandı.',
  position: 'Sıradaki yeriniz: {{position}}.',
  ahead_zero: 'Önünüzde kimse yok.',
  ahead_one: 'Önünüzde {{number}} kişi var.',
  ahead_other: 'Önünüzde {{number}} kişi var.',
  wait_zero: 'Tahmini bekleme süresi: bir dakikadan az.',
  wait_one: 'Tahmini bekleme süresi: yaklaşık {{number}} dakika.',
  wait_other: 'Tahmini bekleme süresi: yaklaşık {{number}} dakika.',

  positionUpdateTitle: 'Sıra no {{ticket}}: sıra güncellemesi',
  positionUpdate: '{{company}}, sıra no {{ticket}}: sıradaki yeriniz {{position}}.',
  positionUpdateUnknown: '{{company}}, sıra no {{ticket}}: sıra ilerledi.',

  almostYourTurnTitle: 'Sıranız yaklaştı',
  almostYourTurn: 'Sıra no {{ticket}}: sıranız yaklaştı.',
  stayNear: 'Lütfen şuraya yakın bir yerde bekleyin: {{place}}.',
  stayNearby: 'Lütfen yakında bekleyin.',

  yourTurnTitle: 'Sıranız geldi',
  yourTurn: 'Sıranız geldi. Sıra no: {{ticket}}.',
  proceedTo: 'Lütfen şuraya gelin: {{place}}.',
  proceedNow: 'Lütfen şimdi gelin.',

  sessionExpiringTitle: 'WhatsApp bildirimleri sona eriyor',
  sessionExpiring_zero: '{{company}} WhatsApp bildirimleriniz bir dakikadan kısa sürede sona erecek.',
  sessionExpiring_one: '{{company}} WhatsApp bildirimleriniz {{number}} dakika sonra sona erecek.',
  sessionExpiring_other: '{{company}} WhatsApp bildirimleriniz {{number}} dakika sonra sona erecek.',
  sessionExpiringSoon: '{{company}} WhatsApp bildirimleriniz yakında sona erecek.',
  sessionExpiringKeep: 'Güncellemeleri almaya devam etmek için bu mesajı yanıtlayın.',

  criticalTitle: 'Önemli bilgilendirme',
  critical: '{{ticket}} numaralı sıra fişi hakkında önemli bilgilendirme. Lütfen görevlilere danışın.',

  actionOnMyWay: 'Yoldayım',
  actionMoreTime: '{{number}} dakika daha',
  actionLeave: 'Sıradan ayrıl',
  replyWithNumber: 'Bir sayıyla yanıtlayın:',

  quickReplyYes: 'Evet, tabii.',
  quickReplyAsk: 'Lütfen danışmaya sorun.',
  quickReplySoon: 'Yaklaşık {{number}} dakika içinde.',
};
