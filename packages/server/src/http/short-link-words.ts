import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';

/** Why a short link leads nowhere, and what to do. */
interface ShortLinkWords {
  /** It was used, or its time is over. */
  gone: { title: string; body: string };
  unknown: { title: string; body: string };
}

export const SHORT_LINK_WORDS: Readonly<Record<SupportedLocale, ShortLinkWords>> = {
  en: {
    gone: {
      title: 'This link has expired',
      body: 'It was used already, or its time is over. Open your ticket page again to get a new one.',
    },
    unknown: {
      title: 'This link leads nowhere',
      body: 'Check that you copied all of it, or open your ticket page again.',
    },
  },
  ar: {
    gone: {
      title: 'انتهت صلاحية هذا الرابط',
      body: 'استُخدم الرابط من قبل أو انتهت مدته. يُرجى فتح صفحة التذكرة مرة أخرى للحصول على رابط جديد.',
    },
    unknown: {
      title: 'هذا الرابط غير صحيح',
      body: 'يُرجى التأكد من نسخه كاملًا، أو فتح صفحة التذكرة مرة أخرى.',
    },
  },
  es: {
    gone: {
      title: 'Este enlace ha vencido',
      body: 'Ya se usó o pasó su tiempo. Abra de nuevo la página de su turno para obtener otro.',
    },
    unknown: {
      title: 'Este enlace no lleva a ninguna parte',
      body: 'Compruebe que lo copió completo o abra de nuevo la página de su turno.',
    },
  },
  'pt-BR': {
    gone: {
      title: 'Este link expirou',
      body: 'Ele já foi usado ou o prazo acabou. Abra de novo a página da sua senha para gerar outro.',
    },
    unknown: {
      title: 'Este link não leva a lugar nenhum',
      body: 'Verifique se você copiou o link inteiro ou abra de novo a página da sua senha.',
    },
  },
  fr: {
    gone: {
      title: 'Ce lien a expiré',
      body: 'Il a déjà servi ou son délai est passé. Rouvrez la page de votre ticket pour en obtenir un autre.',
    },
    unknown: {
      title: 'Ce lien ne mène nulle part',
      body: 'Vérifiez que vous l’avez copié en entier ou rouvrez la page de votre ticket.',
    },
  },
  de: {
    gone: {
      title: 'Dieser Link ist abgelaufen',
      body: 'Er wurde schon benutzt, oder seine Zeit ist um. Öffnen Sie die Seite Ihrer Wartenummer noch einmal, um einen neuen zu erhalten.',
    },
    unknown: {
      title: 'Dieser Link führt nirgendwohin',
      body: 'Prüfen Sie, ob Sie ihn ganz kopiert haben, oder öffnen Sie die Seite Ihrer Wartenummer noch einmal.',
    },
  },
  tr: {
    gone: {
      title: 'Bu bağlantının süresi doldu',
      body: 'Daha önce kullanılmış veya süresi geçmiş. Yenisini almak için sıra fişi sayfanızı tekrar açın.',
    },
    unknown: {
      title: 'Bu bağlantı geçerli değil',
      body: 'Tamamını kopyaladığınızdan emin olun veya sıra fişi sayfanızı tekrar açın.',
    },
  },
  ur: {
    gone: {
      title: 'اس لنک کی میعاد ختم ہو گئی ہے',
      body: 'یہ پہلے استعمال ہو چکا ہے یا اس کا وقت گزر گیا ہے۔ نیا لنک حاصل کرنے کے لیے اپنے ٹوکن کا صفحہ دوبارہ کھولیں۔',
    },
    unknown: {
      title: 'یہ لنک درست نہیں ہے',
      body: 'دیکھ لیں کہ پورا لنک کاپی ہوا ہے، یا اپنے ٹوکن کا صفحہ دوبارہ کھولیں۔',
    },
  },
  hi: {
    gone: {
      title: 'यह लिंक अब काम नहीं करता',
      body: 'यह पहले इस्तेमाल हो चुका है या इसका समय बीत गया है। नया लिंक पाने के लिए अपने टोकन का पेज फिर से खोलें।',
    },
    unknown: {
      title: 'यह लिंक सही नहीं है',
      body: 'देख लें कि पूरा लिंक कॉपी हुआ है, या अपने टोकन का पेज फिर से खोलें।',
    },
  },
  bn: {
    gone: {
      title: 'এই লিংকের মেয়াদ শেষ',
      body: 'এটি আগেই ব্যবহার হয়েছে অথবা এর সময় পেরিয়ে গেছে। নতুন লিংক পেতে আপনার টোকেনের পেজ আবার খুলুন।',
    },
    unknown: {
      title: 'এই লিংক সঠিক নয়',
      body: 'পুরো লিংক কপি হয়েছে কি না দেখুন, অথবা আপনার টোকেনের পেজ আবার খুলুন।',
    },
  },
  id: {
    gone: {
      title: 'Tautan ini sudah kedaluwarsa',
      body: 'Tautan sudah pernah dipakai atau waktunya sudah habis. Buka lagi halaman nomor antrean Anda untuk mendapatkan yang baru.',
    },
    unknown: {
      title: 'Tautan ini tidak benar',
      body: 'Pastikan seluruh tautan sudah tersalin, atau buka lagi halaman nomor antrean Anda.',
    },
  },
  fil: {
    gone: {
      title: 'Nag-expire na ang link na ito',
      body: 'Nagamit na ito o lumipas na ang oras nito. Buksan ulit ang page ng numero ninyo para makakuha ng bago.',
    },
    unknown: {
      title: 'Mali ang link na ito',
      body: 'Tiyaking nakopya ang buong link, o buksan ulit ang page ng numero ninyo.',
    },
  },
};
