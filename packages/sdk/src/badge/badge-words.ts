import type { SupportedLocale } from '../locales/locales.js';

/** Texts of the badge, in i18next's JSON format. */
export interface BadgeWords {
  /** `{{time}}`: the end of the session, `14:05`. */
  readonly active: string;
  /** No session is open. */
  readonly none: string;
  /** Before the first answer. */
  readonly loading: string;
  /** The server gave no answer. */
  readonly failed: string;
  /** `{{left}}`: one of the three below. */
  readonly left: string;
  /** `{{hours}}` and `{{minutes}}`: 60 minutes or more. */
  readonly hours: string;
  /** `{{minutes}}`: 1 to 59 minutes. */
  readonly minutes: string;
  /** Less than a minute. */
  readonly moment: string;
}

/** Our texts of the badge, by locale. */
export const BADGE_WORDS: Readonly<Record<SupportedLocale, BadgeWords>> = {
  en: {
    active: 'WhatsApp active (expires {{time}})',
    none: 'No WhatsApp session',
    loading: 'WhatsApp: checking',
    failed: 'WhatsApp: unknown',
    left: '{{left}} left',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    moment: 'less than a minute',
  },
  ar: {
    active: 'واتساب متاح (حتى {{time}})',
    none: 'لا توجد جلسة واتساب',
    loading: 'واتساب: جارٍ التحقّق',
    failed: 'واتساب: غير معروف',
    left: 'بقي {{left}}',
    hours: '{{hours}} س {{minutes}} د',
    minutes: '{{minutes}} د',
    moment: 'أقل من دقيقة',
  },
  es: {
    active: 'WhatsApp activo (hasta las {{time}})',
    none: 'Sin sesión de WhatsApp',
    loading: 'WhatsApp: comprobando',
    failed: 'WhatsApp: desconocido',
    left: 'quedan {{left}}',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    moment: 'menos de un minuto',
  },
  'pt-BR': {
    active: 'WhatsApp ativo (até {{time}})',
    none: 'Sem sessão do WhatsApp',
    loading: 'WhatsApp: verificando',
    failed: 'WhatsApp: desconhecido',
    left: 'restam {{left}}',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    moment: 'menos de um minuto',
  },
  fr: {
    active: 'WhatsApp actif (jusqu’à {{time}})',
    none: 'Aucune session WhatsApp',
    loading: 'WhatsApp : vérification',
    failed: 'WhatsApp : inconnu',
    left: 'reste {{left}}',
    hours: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    moment: 'moins d’une minute',
  },
  de: {
    active: 'WhatsApp aktiv (bis {{time}})',
    none: 'Keine WhatsApp-Sitzung',
    loading: 'WhatsApp: wird geprüft',
    failed: 'WhatsApp: unbekannt',
    left: 'noch {{left}}',
    hours: '{{hours}} Std. {{minutes}} Min.',
    minutes: '{{minutes}} Min.',
    moment: 'weniger als eine Minute',
  },
  tr: {
    active: 'WhatsApp etkin (bitiş {{time}})',
    none: 'WhatsApp oturumu yok',
    loading: 'WhatsApp: denetleniyor',
    failed: 'WhatsApp: bilinmiyor',
    left: '{{left}} kaldı',
    hours: '{{hours}} sa {{minutes}} dk',
    minutes: '{{minutes}} dk',
    moment: 'bir dakikadan az',
  },
  ur: {
    active: 'واٹس ایپ فعال ({{time}} تک)',
    none: 'واٹس ایپ کا کوئی سیشن نہیں',
    loading: 'واٹس ایپ: جانچ جاری ہے',
    failed: 'واٹس ایپ: نامعلوم',
    left: '{{left}} باقی',
    hours: '{{hours}} گھنٹے {{minutes}} منٹ',
    minutes: '{{minutes}} منٹ',
    moment: 'ایک منٹ سے کم',
  },
  hi: {
    active: 'WhatsApp चालू ({{time}} तक)',
    none: 'कोई WhatsApp सत्र नहीं',
    loading: 'WhatsApp: जाँच हो रही है',
    failed: 'WhatsApp: अज्ञात',
    left: '{{left}} बाकी',
    hours: '{{hours}} घं {{minutes}} मि',
    minutes: '{{minutes}} मि',
    moment: 'एक मिनट से कम',
  },
  bn: {
    active: 'WhatsApp চালু ({{time}} পর্যন্ত)',
    none: 'কোনো WhatsApp সেশন নেই',
    loading: 'WhatsApp: যাচাই চলছে',
    failed: 'WhatsApp: অজানা',
    left: '{{left}} বাকি',
    hours: '{{hours}} ঘণ্টা {{minutes}} মিনিট',
    minutes: '{{minutes}} মিনিট',
    moment: 'এক মিনিটের কম',
  },
  id: {
    active: 'WhatsApp aktif (hingga {{time}})',
    none: 'Tidak ada sesi WhatsApp',
    loading: 'WhatsApp: memeriksa',
    failed: 'WhatsApp: tidak diketahui',
    left: 'sisa {{left}}',
    hours: '{{hours}} jam {{minutes}} mnt',
    minutes: '{{minutes}} mnt',
    moment: 'kurang dari satu menit',
  },
  fil: {
    active: 'Aktibo ang WhatsApp (hanggang {{time}})',
    none: 'Walang session sa WhatsApp',
    loading: 'WhatsApp: sinusuri',
    failed: 'WhatsApp: hindi alam',
    left: '{{left}} na lang',
    hours: '{{hours}} oras {{minutes}} min',
    minutes: '{{minutes}} min',
    moment: 'wala pang isang minuto',
  },
};
