import type { Catalogue } from './catalogue.js';

/** Turkish: siz. Names, codes and times stand where they need no suffix, since its vowels would depend on the value. */
const tr = {
  message: {
    simple: 'Merhaba, sıra bildirimlerini almak istiyorum',
    branded: 'Merhaba {{companyName}}, lütfen {{ticketNumber}} numaralı sıra fişim için gelişmeleri bana gönderin',
    detailed:
      'Merhaba {{companyName}}! Az önce {{ticketNumber}} numaralı sıra fişini aldım ve sıramla ilgili WhatsApp bildirimleri almak istiyorum. Teşekkürler!',
    generic: 'Merhaba, az önce sıraya girdim, gelişmeleri WhatsApp’tan almak istiyorum',
    formal:
      'Sayın {{companyName}} yetkilileri, {{ticketNumber}} numaralı sıra fişim için sıra bildirimlerini almak istiyorum. Teşekkür ederim.',
    casual:
      'Selam {{companyName}}! Az önce {{ticketNumber}} numaralı sıra fişini aldım, WhatsApp’tan haber verir misiniz? Teşekkürler! 😊',
    brief: 'Merhaba, sıra no {{ticketNumber}} - lütfen gelişmeleri WhatsApp’tan gönderin',
    reference: ' (ref: {{code}})',
  },
  prompt: {
    heading: 'Sıranız gelince haberiniz olsun',
    description: '{{organization}} · sıra no {{ticket}}',
    descriptionTicket: 'Sıra no {{ticket}}',
    benefitTicket: 'Sıra fişi onayı',
    benefitPosition: 'Sıradaki yeriniz',
    benefitAlmost: 'Sıranız yaklaşınca uyarı',
    benefitTurn: 'Sıranız gelince bildirim',
    link: 'WhatsApp bildirimlerini aç',
    skip: 'Geç',
    close: 'Kapat',
    inAppBrowser: 'WhatsApp açılmazsa bu sayfayı tarayıcınızda açın.',
    offline: 'İnternet bağlantınız yok. Bağlantı geri geldiğinde bu sayfa güncellenir.',
    number: 'Mesajların geleceği numara:',
    consentFirst: 'İlk mesajı siz gönderirsiniz: “Gönder”e dokunun, sonra buraya dönün.',
    consent_one:
      'Yalnızca bu ziyaretinizle ilgili gelişmeler {{hours}} saat boyunca gelir. Bitirmek için istediğiniz zaman DURDUR yazıp gönderin.',
    consent_other:
      'Yalnızca bu ziyaretinizle ilgili gelişmeler {{hours}} saat boyunca gelir. Bitirmek için istediğiniz zaman DURDUR yazıp gönderin.',
  },
  channels: {
    sms: 'Acil gelişmeler SMS ile de gelebilir.',
    push: 'Acil gelişmeler anlık bildirim ile de gelebilir.',
    sms_push: 'Acil gelişmeler SMS veya anlık bildirim ile de gelebilir.',
  },
  qr: {
    label: 'QR kodu: mesajınızla birlikte WhatsApp’ı açar',
    caption: 'Telefonunuzun kamerasını buraya tutun. Bu sayfa kendiliğinden güncellenir.',
    captionStatic: 'Mesajı göndermek için telefonunuzun kamerasını buraya tutun.',
    consentFirst: 'İlk mesajı siz gönderirsiniz: kodu tarayın, sonra “Gönder”e dokunun.',
    scan: 'Telefonunuzla tarayın',
    reset: 'Bu ekran kendiliğinden temizlenir.',
  },
  steps: {
    label: '“Gönder”e dokunun, sonra buraya dönün',
    open: 'WhatsApp açılır',
    send: '“Gönder”e dokunun',
    return: 'Buraya dönün',
  },
  waiting: {
    heading: 'Şimdi WhatsApp’ta “Gönder”e dokunun',
    description: 'Mesajınız hazır, yazmanız gerekmez.',
    status: 'Mesajınız bekleniyor…',
    statusStatic: '“Gönder”e dokunduktan sonra gelişmeler WhatsApp’tan gelir.',
    openAgain: 'WhatsApp’ı yeniden aç',
    noWhatsApp: 'WhatsApp kullanmıyorum',
    help: 'WhatsApp açılmadı mı?',
  },
  help: {
    heading: 'Mesajı kendiniz gönderin',
    close: 'Kapat',
    stepOpen: 'Telefonunuzda WhatsApp’ı veya WhatsApp Business’ı açın.',
    stepChat: 'Şu numarayla sohbet başlatın: {{phone}}.',
    stepPaste: 'Aşağıdaki mesajı yapıştırın ve “Gönder”e dokunun.',
    stepReturn: 'Buraya dönün.',
    message: 'Mesajınız',
    openWhatsApp: 'WhatsApp’ta aç',
    openBusiness: 'WhatsApp Business’ta aç',
    openWeb: 'WhatsApp Web’i aç',
    copyNumber: 'Numarayı kopyala',
    copyMessage: 'Mesajı kopyala',
    showQr: 'QR kodunu göster',
    hideQr: 'QR kodunu gizle',
    copied: 'Kopyalandı',
    copyFailed: 'Bu tarayıcı kopyalamıyor. Kopyalamak için metne basılı tutun.',
  },
  connected: {
    heading: 'WhatsApp bildirimleri açık',
    status: 'Bağlantınız kuruldu',
    untilToday: 'Bağlantınız şu saate kadar açık: {{time}}',
    untilTomorrow: 'Bağlantınız şu saate kadar açık: yarın {{time}}',
    untilDate: 'Bağlantınız şu zamana kadar açık: {{date}}, saat {{time}}',
    note: 'Bu sayfayı kapatabilirsiniz.',
    stop: 'Bildirimleri bitirmek için istediğiniz zaman DURDUR yazıp gönderin.',
    receipt: 'Onay belgesini indir',
  },
  ended: {
    heading: 'WhatsApp bildirimleriniz sona erdi',
    status: 'Bildirim almaya devam etmek için yeni bir mesaj gönderin.',
    restart: 'Yeniden bağlan',
  },
  expired: {
    heading: 'Bu bağlantının süresi doldu',
    status: 'Zamanında mesaj gelmedi.',
    restart: 'Yeni bağlantı al',
  },
  declined: {
    heading: 'WhatsApp bildirimi yok',
    status: 'WhatsApp mesajı almayacaksınız. Lütfen beklediğiniz yerde numaranızın çağrılmasını takip edin.',
    restart: 'Yine de WhatsApp bildirimlerini aç',
  },
  failed: {
    heading: 'WhatsApp bildirimleri şu anda kullanılamıyor',
    network: 'Sunucuya ulaşılamadı. Lütfen internet bağlantınızı kontrol edin.',
    disabled: 'WhatsApp bildirimleri burada kapalı.',
    other: 'Bir sorun oluştu. Sıradaki yeriniz korunuyor.',
    withLink: 'Anlık durum şu anda gösterilemiyor. Mesajı yine de gönderebilirsiniz.',
    restart: 'Yeniden dene',
  },
} as const satisfies Catalogue;

export default tr;
