import type { AdminCustomer } from '@whatsapp-optin/sdk/contract';
import type { Random } from './random.js';

const ARABIC_FIRST = ['نورة', 'عبدالله', 'فاطمة', 'محمد', 'ريم', 'خالد', 'سارة', 'يوسف', 'لطيفة', 'سلمان'] as const;
const ARABIC_LAST = ['العتيبي', 'القحطاني', 'الشمري', 'الحربي', 'الدوسري', 'الزهراني', 'الغامدي', 'المطيري'] as const;
const LATIN_FIRST = ['Amira', 'Daniel', 'Priya', 'José', 'Zoë', 'Mehmet', 'Aisha', 'Oliver', 'Thảo', 'Björn'] as const;
const LATIN_LAST = ['Rahman', 'O’Connor', 'Iyer', 'García', 'Lindqvist', 'Yılmaz', 'Santos', 'Nguyễn'] as const;
const COUNTRIES = ['+966', '+966', '+966', '+971', '+965', '+44', '+91'] as const;

export function createCustomer(random: Random): AdminCustomer {
  const isArabic = random.chance(0.6);
  const first = isArabic ? random.pick(ARABIC_FIRST) : random.pick(LATIN_FIRST);
  const last = isArabic ? random.pick(ARABIC_LAST) : random.pick(LATIN_LAST);
  const ending = String(random.between(0, 99)).padStart(2, '0');
  return {
    contactId: random.uuid(),
    name: random.chance(0.04) ? null : `${first} ${last}`,
    maskedPhone: random.chance(0.03) ? null : `${random.pick(COUNTRIES)}•••••••${ending}`,
  };
}

export const OPENERS = [
  'Hi Al Noor Clinic, please send me queue updates for ticket {{ticket}} (ref: K7Q2-M9XW-4T3H)',
  'مرحبًا عيادة النور، أرجو إرسال تحديثات الطابور للتذكرة {{ticket}} (المرجع: K7Q2-M9XW-4T3H)',
  'Hi, ticket {{ticket}} - please send WhatsApp updates (ref: 4XHB-9TQ2-M7KD)',
  'مرحبًا، التذكرة {{ticket}} - أرجو إرسال التحديثات عبر واتساب (المرجع: 4XHB-9TQ2-M7KD)',
] as const;

export const REPLIES = [
  'شكرًا، أنا في الطريق، عشر دقائق',
  'How long is the wait now?',
  'هل يمكن تأجيل موعدي إلى الغد؟',
  'I am parked in the basement, coming up',
  'وين المدخل؟',
  'Can my mother come in my place?',
  'How do I stop?',
  'تمام 👍',
  'إلغاء',
  'Is the pharmacy open after the visit?',
] as const;
