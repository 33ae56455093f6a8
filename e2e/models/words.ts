/** The words a person goes by, written out here once more: a test that took them from the code would accept any. */
export interface Words {
  locale: 'en' | 'ar';
  dir: 'ltr' | 'rtl';
  /** Heading of the prompt, which also names its region. */
  prompt: string;
  link: string;
  /** The pre-written message, up to the code. */
  prewritten(number: string): string;
  waiting: string;
  connected: string;
  until: RegExp;
  message: string;
  conversation: string;
  send: string;
  welcome: RegExp;
  yourTurn(number: string): RegExp;
  calledNews: string;
  callNext: string;
  addWalkIn: string;
  waitingQueue: string;
  emptyQueue: string;
  noSession: string;
}

export const ENGLISH: Words = {
  locale: 'en',
  dir: 'ltr',
  prompt: "Get notified when it's your turn!",
  link: 'Enable WhatsApp Notifications',
  prewritten: (number) => `Hi Al Noor Clinic, please send me queue updates for ticket ${number} (ref: `,
  waiting: 'Now press Send in WhatsApp',
  connected: 'WhatsApp updates are on',
  until: /You are connected until/,
  message: 'Message',
  conversation: 'Conversation',
  send: 'Send',
  welcome:
    /Thank you for contacting Al Noor Clinic! You'll now receive WhatsApp notifications for the next 24 hours[^]*STOP/,
  yourTurn: (number) => new RegExp(`It's your turn! Ticket: ${number}\\.`),
  calledNews: 'It is your turn. Please go to Room 2.',
  callNext: 'Call next',
  addWalkIn: 'Add a walk-in',
  waitingQueue: 'Waiting',
  emptyQueue: 'Nobody is waiting',
  noSession: 'No open session',
};

export const ARABIC: Words = {
  locale: 'ar',
  dir: 'rtl',
  prompt: 'إشعار يصلكم عندما يحين دوركم!',
  link: 'تفعيل إشعارات واتساب',
  prewritten: (number) => `مرحبًا Al Noor Clinic، أرجو إرسال تحديثات الطابور للتذكرة ${number} (المرجع: `,
  waiting: 'بقي الضغط على «إرسال» في واتساب',
  connected: 'تحديثات واتساب مفعّلة',
  until: /الاتصال قائم حتى الساعة/,
  message: 'الرسالة',
  conversation: 'المحادثة',
  send: 'إرسال',
  // Names and numbers stand between invisible marks that keep their order within Arabic.
  welcome: /شكرًا لتواصلكم مع \p{Cf}?Al Noor Clinic\p{Cf}?! ستصلكم إشعارات واتساب لمدة ٢٤ ساعة[^]*إيقاف/u,
  yourTurn: (number) => new RegExp(`حان دوركم! التذكرة: \\p{Cf}?${number}\\p{Cf}?\\.`, 'u'),
  calledNews: 'حان دورك. تفضّل إلى غرفة ٢.',
  callNext: 'نداء التالي',
  addWalkIn: 'أضف مراجعًا من المكتب',
  waitingQueue: 'ينتظرون',
  emptyQueue: 'لا أحد ينتظر',
  noSession: 'لا جلسة مفتوحة',
};
