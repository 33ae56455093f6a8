// @ts-check

/** Words of the phone, by locale. */
export const WORDS = {
  en: {
    title: 'Simulated phone',
    choosePhone: 'Phone',
    newPhone: 'New phone',
    conversation: 'Conversation',
    message: 'Message',
    send: 'Send',
    empty: 'No messages yet. What you send here reaches the business; its answers appear below.',
    sms: 'SMS',
    push: 'Notification',
    sending: 'Sending',
    delivered: 'Delivered',
    retrying: 'Not delivered yet, trying again',
    failed: 'Not delivered',
    offline: 'Connection lost. Reconnecting.',
    refused: 'The message could not be sent.',
    noPeer: 'No conversation',
    ready: 'Your message is written. Press Send.',
  },
  ar: {
    title: 'هاتف للمحاكاة',
    choosePhone: 'الهاتف',
    newPhone: 'هاتف جديد',
    conversation: 'المحادثة',
    message: 'الرسالة',
    send: 'إرسال',
    empty: 'لا توجد رسائل بعد. ما ترسله هنا يصل إلى المنشأة، وتظهر ردودها أدناه.',
    sms: 'رسالة نصية',
    push: 'إشعار',
    sending: 'جارٍ الإرسال',
    delivered: 'تم التسليم',
    retrying: 'لم تُسلَّم بعد، تجري المحاولة مجددًا',
    failed: 'لم تُسلَّم',
    offline: 'انقطع الاتصال. تجري إعادة الاتصال.',
    refused: 'تعذّر إرسال الرسالة.',
    noPeer: 'لا توجد محادثة',
    ready: 'رسالتك مكتوبة. اضغط «إرسال».',
  },
};

/** The words of a BCP 47 tag; English where there are none. */
export function wordsOf(/** @type {string | null} */ tag) {
  const language = tag?.toLowerCase().split('-')[0];
  return language === 'ar'
    ? { locale: 'ar', dir: 'rtl', words: WORDS.ar }
    : { locale: 'en', dir: 'ltr', words: WORDS.en };
}
