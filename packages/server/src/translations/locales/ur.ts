import type { Catalogue } from './catalogue.js';

/** Urdu: آپ; "ٹوکن" for a ticket; numbers come in as Latin digits, as CLDR writes Urdu. */
export const ur: Catalogue = {
  welcomeThanks_one: '{{company}} سے رابطہ کرنے کا شکریہ۔ اب {{number}} گھنٹے تک آپ کو واٹس ایپ پر یہ اطلاعات ملیں گی:',
  welcomeThanks_other:
    '{{company}} سے رابطہ کرنے کا شکریہ۔ اب {{number}} گھنٹوں تک آپ کو واٹس ایپ پر یہ اطلاعات ملیں گی:',
  welcomeKinds: '• ٹوکن کی تصدیق\n• قطار میں آپ کا نمبر\n• باری قریب آنے پر اطلاع\n• باری آنے پر اطلاع',
  welcomeTicket: 'یہ اطلاعات ٹوکن نمبر {{ticket}} کے لیے ہیں۔',
  welcomeActiveUntil: 'اطلاعات {{date}} کو {{time}} بجے تک فعال رہیں گی۔',
  welcomeHelp: 'مدد چاہیے؟ کسی بھی وقت جواب دیں۔',
  welcomeStop: 'یہ پیغامات روکنے کے لیے جواب میں STOP لکھ کر بھیجیں۔',
  welcomePage: 'اپنے ٹوکن کے صفحے پر واپس جائیں:\n{{url}}',
  welcomeOwnPage: 'بند کریں، روکیں یا اپنا ڈیٹا دیکھیں:\n{{url}}',

  optOutConfirmation:
    'اب آپ کو {{company}} کی طرف سے مزید پیغامات نہیں آئیں گے۔ دوبارہ حاصل کرنے کے لیے جواب میں START لکھ کر بھیجیں۔',
  stopQuestion: '{{company}} کی اطلاعات روکنے کے لیے جواب میں STOP لکھ کر بھیجیں۔',

  ticketCreatedTitle: 'ٹوکن نمبر {{ticket}} کی تصدیق ہو گئی',
  ticketCreated: '{{company}} میں آپ کے ٹوکن نمبر {{ticket}} کی تصدیق ہو گئی ہے۔',
  position: 'قطار میں آپ کا نمبر {{position}} ہے۔',
  ahead_zero: 'آپ سے پہلے کوئی نہیں ہے۔',
  ahead_one: 'آپ سے پہلے {{number}} شخص ہے۔',
  ahead_other: 'آپ سے پہلے {{number}} افراد ہیں۔',
  wait_zero: 'متوقع انتظار: ایک منٹ سے کم۔',
  wait_one: 'متوقع انتظار: تقریباً {{number}} منٹ۔',
  wait_other: 'متوقع انتظار: تقریباً {{number}} منٹ۔',

  positionUpdateTitle: 'ٹوکن نمبر {{ticket}}: قطار کی صورتحال',
  positionUpdate: 'ٹوکن نمبر {{ticket}}، {{company}}: قطار میں آپ کا نمبر {{position}} ہے۔',
  positionUpdateUnknown: 'ٹوکن نمبر {{ticket}}، {{company}}: قطار آگے بڑھی ہے۔',

  almostYourTurnTitle: 'آپ کی باری آنے والی ہے',
  almostYourTurn: 'ٹوکن نمبر {{ticket}}: آپ کی باری آنے والی ہے۔',
  stayNear: 'براہِ کرم {{place}} کے قریب رہیں۔',
  stayNearby: 'براہِ کرم قریب ہی رہیں۔',

  yourTurnTitle: 'آپ کی باری آ گئی ہے',
  yourTurn: 'آپ کی باری آ گئی ہے۔ ٹوکن نمبر: {{ticket}}۔',
  proceedTo: 'براہِ کرم {{place}} کی طرف تشریف لے جائیں۔',
  proceedNow: 'براہِ کرم ابھی تشریف لائیں۔',

  sessionExpiringTitle: 'واٹس ایپ اطلاعات ختم ہونے والی ہیں',
  sessionExpiring_zero: '{{company}} کی واٹس ایپ اطلاعات ایک منٹ سے بھی کم وقت میں ختم ہو جائیں گی۔',
  sessionExpiring_one: '{{company}} کی واٹس ایپ اطلاعات {{number}} منٹ میں ختم ہو جائیں گی۔',
  sessionExpiring_other: '{{company}} کی واٹس ایپ اطلاعات {{number}} منٹ میں ختم ہو جائیں گی۔',
  sessionExpiringSoon: '{{company}} کی واٹس ایپ اطلاعات جلد ختم ہو جائیں گی۔',
  sessionExpiringKeep: 'اپ ڈیٹس پاتے رہنے کے لیے اس پیغام کا جواب دیں۔',

  criticalTitle: 'اہم اطلاع',
  critical: 'ٹوکن نمبر {{ticket}} کے بارے میں اہم اطلاع۔ براہِ کرم عملے سے رابطہ کریں۔',

  actionOnMyWay: 'راستے میں ہوں',
  actionMoreTime: 'مزید {{number}} منٹ',
  actionLeave: 'قطار چھوڑیں',
  replyWithNumber: 'نمبر سے جواب دیں:',

  quickReplyYes: 'جی ہاں، ضرور۔',
  quickReplyAsk: 'براہِ کرم استقبالیہ سے پوچھیں۔',
  quickReplySoon: 'تقریباً {{number}} منٹ میں۔',
};
