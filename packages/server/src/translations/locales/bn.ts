import type { Catalogue } from './catalogue.js';

/** Bengali: আপনি; "টোকেন" for a ticket, "লাইন" for the queue; numbers come in as Bengali digits. */
export const bn: Catalogue = {
  welcomeThanks_one:
    '{{company}}-এর সঙ্গে যোগাযোগ করার জন্য ধন্যবাদ। এখন থেকে {{number}} ঘণ্টা আপনি হোয়াটসঅ্যাপে এই নোটিফিকেশনগুলো পাবেন:',
  welcomeThanks_other:
    '{{company}}-এর সঙ্গে যোগাযোগ করার জন্য ধন্যবাদ। এখন থেকে {{number}} ঘণ্টা আপনি হোয়াটসঅ্যাপে এই নোটিফিকেশনগুলো পাবেন:',
  welcomeKinds: '• টোকেনের নিশ্চিতকরণ\n• লাইনে আপনার অবস্থান\n• পালা কাছে এলে জানানো\n• পালা এলে জানানো',
  welcomeTicket: 'এগুলো টোকেন {{ticket}}-এর জন্য।',
  welcomeActiveUntil: 'নোটিফিকেশন {{date}}, {{time}} পর্যন্ত চালু থাকবে।',
  welcomeHelp: 'সাহায্য লাগবে? যেকোনো সময় উত্তর দিন।',
  welcomeStop: 'এই মেসেজগুলো বন্ধ করতে উত্তরে STOP লিখে পাঠান।',
  welcomePage: 'আপনার টোকেনের পেজে ফিরে যান:\n{{url}}',
  welcomeOwnPage: 'বন্ধ করুন, থামান বা আপনার ডেটা দেখুন:\n{{url}}',

  optOutConfirmation: '{{company}} থেকে আপনাকে আর মেসেজ পাঠানো হবে না। আবার পেতে উত্তরে START লিখে পাঠান।',
  stopQuestion: '{{company}}-এর আপডেট বন্ধ করতে উত্তরে STOP লিখে পাঠান।',

  ticketCreatedTitle: 'টোকেন {{ticket}} নিশ্চিত হয়েছে',
  ticketCreated: '{{company}}-এ আপনার টোকেন {{ticket}} নিশ্চিত হয়েছে।',
  position: 'লাইনে আপনার অবস্থান {{position}}।',
  ahead_zero: 'আপনার আগে কেউ নেই।',
  ahead_one: 'আপনার আগে {{number}} জন আছেন।',
  ahead_other: 'আপনার আগে {{number}} জন আছেন।',
  wait_zero: 'আনুমানিক অপেক্ষা: এক মিনিটের কম।',
  wait_one: 'আনুমানিক অপেক্ষা: প্রায় {{number}} মিনিট।',
  wait_other: 'আনুমানিক অপেক্ষা: প্রায় {{number}} মিনিট।',

  positionUpdateTitle: 'টোকেন {{ticket}}: লাইনের আপডেট',
  positionUpdate: 'টোকেন {{ticket}}, {{company}}: লাইনে আপনার অবস্থান {{position}}।',
  positionUpdateUnknown: 'টোকেন {{ticket}}, {{company}}: লাইন এগিয়েছে।',

  almostYourTurnTitle: 'আপনার পালা প্রায় এসে গেছে',
  almostYourTurn: 'টোকেন {{ticket}}: আপনার পালা প্রায় এসে গেছে।',
  stayNear: 'অনুগ্রহ করে {{place}}-এর কাছাকাছি থাকুন।',
  stayNearby: 'অনুগ্রহ করে কাছাকাছি থাকুন।',

  yourTurnTitle: 'আপনার পালা এসেছে',
  yourTurn: 'আপনার পালা এসেছে। টোকেন: {{ticket}}।',
  proceedTo: 'অনুগ্রহ করে {{place}}-এর দিকে যান।',
  proceedNow: 'অনুগ্রহ করে এখনই আসুন।',

  sessionExpiringTitle: 'হোয়াটসঅ্যাপ আপডেট শেষ হতে চলেছে',
  sessionExpiring_zero: '{{company}}-এর হোয়াটসঅ্যাপ আপডেট এক মিনিটের কম সময়ে শেষ হবে।',
  sessionExpiring_one: '{{company}}-এর হোয়াটসঅ্যাপ আপডেট {{number}} মিনিটের মধ্যে শেষ হবে।',
  sessionExpiring_other: '{{company}}-এর হোয়াটসঅ্যাপ আপডেট {{number}} মিনিটের মধ্যে শেষ হবে।',
  sessionExpiringSoon: '{{company}}-এর হোয়াটসঅ্যাপ আপডেট শিগগিরই শেষ হবে।',
  sessionExpiringKeep: 'আপডেট পেতে থাকতে এই বার্তার উত্তর দিন।',

  criticalTitle: 'জরুরি খবর',
  critical: 'টোকেন {{ticket}} সম্পর্কে জরুরি খবর। অনুগ্রহ করে কর্মীদের সঙ্গে কথা বলুন।',

  actionOnMyWay: 'পথে আছি',
  actionMoreTime: 'আরও {{number}} মিনিট',
  actionLeave: 'সারি ছেড়ে দিন',
  replyWithNumber: 'সংখ্যা দিয়ে উত্তর দিন:',

  quickReplyYes: 'হ্যাঁ, অবশ্যই।',
  quickReplyAsk: 'অনুগ্রহ করে রিসেপশনে জিজ্ঞাসা করুন।',
  quickReplySoon: 'প্রায় {{number}} মিনিটের মধ্যে।',
};
