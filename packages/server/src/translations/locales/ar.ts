import type { Catalogue } from './catalogue.js';

/** Arabic. Verbal nouns and plural address in place of gendered forms; numbers come in as Arabic-Indic digits. */
export const ar: Catalogue = {
  welcomeThanks_zero: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة تقل عن ساعة:',
  welcomeThanks_one: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة ساعة واحدة:',
  welcomeThanks_two: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة ساعتين:',
  welcomeThanks_few: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة {{number}} ساعات:',
  welcomeThanks_many: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة {{number}} ساعة:',
  welcomeThanks_other: 'شكرًا لتواصلكم مع {{company}}! ستصلكم إشعارات واتساب لمدة {{number}} ساعة:',
  welcomeKinds: '• تأكيد التذكرة\n• الموقع في الطابور\n• تنبيه عند اقتراب الدور\n• إشعار عند حلول الدور',
  welcomeTicket: 'هذه الإشعارات خاصة بالتذكرة {{ticket}}.',
  welcomeActiveUntil: 'جلستكم نشطة حتى الساعة {{time}} يوم {{date}}.',
  welcomeHelp: 'تحتاجون إلى مساعدة؟ يمكنكم الرد في أي وقت.',
  welcomeStop: 'لإيقاف هذه الرسائل، يكفي إرسال «إيقاف».',
  welcomePage: 'العودة إلى صفحة تذكرتكم:\n{{url}}',
  welcomeOwnPage: 'للإيقاف أو الإيقاف المؤقت أو عرض بياناتكم:\n{{url}}',

  optOutConfirmation: 'لن تصلكم رسائل أخرى من {{company}}. لاستئنافها، يكفي إرسال «تشغيل».',
  stopQuestion: 'لإنهاء التحديثات من {{company}}، يكفي إرسال «إيقاف».',

  ticketCreatedTitle: 'تم تأكيد التذكرة {{ticket}}',
  ticketCreated: 'تم تأكيد تذكرتكم {{ticket}} لدى {{company}}.',
  position: 'موقعكم في الطابور: {{position}}.',
  ahead_zero: 'لا أحد قبلكم.',
  ahead_one: 'قبلكم شخص واحد.',
  ahead_two: 'قبلكم شخصان.',
  ahead_few: 'قبلكم {{number}} أشخاص.',
  ahead_many: 'قبلكم {{number}} شخصًا.',
  ahead_other: 'قبلكم {{number}} شخص.',
  wait_zero: 'مدة الانتظار المتوقعة: أقل من دقيقة.',
  wait_one: 'مدة الانتظار المتوقعة: دقيقة واحدة تقريبًا.',
  wait_two: 'مدة الانتظار المتوقعة: دقيقتان تقريبًا.',
  wait_few: 'مدة الانتظار المتوقعة: {{number}} دقائق تقريبًا.',
  wait_many: 'مدة الانتظار المتوقعة: {{number}} دقيقة تقريبًا.',
  wait_other: 'مدة الانتظار المتوقعة: {{number}} دقيقة تقريبًا.',

  positionUpdateTitle: 'التذكرة {{ticket}}: تحديث الطابور',
  positionUpdate: 'التذكرة {{ticket}} لدى {{company}}: موقعكم في الطابور {{position}}.',
  positionUpdateUnknown: 'التذكرة {{ticket}} لدى {{company}}: تقدّم الطابور.',

  almostYourTurnTitle: 'اقترب دوركم',
  almostYourTurn: 'التذكرة {{ticket}}: اقترب دوركم.',
  stayNear: 'يُرجى البقاء بالقرب من {{place}}.',
  stayNearby: 'يُرجى البقاء في مكان قريب.',

  yourTurnTitle: 'حان دوركم!',
  yourTurn: 'حان دوركم! التذكرة: {{ticket}}.',
  proceedTo: 'يُرجى التوجّه إلى {{place}}.',
  proceedNow: 'يُرجى التوجّه الآن.',

  sessionExpiringTitle: 'تحديثات واتساب على وشك الانتهاء',
  sessionExpiring_zero: 'تنتهي تحديثات واتساب من {{company}} خلال أقل من دقيقة.',
  sessionExpiring_one: 'تنتهي تحديثات واتساب من {{company}} خلال دقيقة واحدة.',
  sessionExpiring_two: 'تنتهي تحديثات واتساب من {{company}} خلال دقيقتين.',
  sessionExpiring_few: 'تنتهي تحديثات واتساب من {{company}} خلال {{number}} دقائق.',
  sessionExpiring_many: 'تنتهي تحديثات واتساب من {{company}} خلال {{number}} دقيقة.',
  sessionExpiring_other: 'تنتهي تحديثات واتساب من {{company}} خلال {{number}} دقيقة.',
  sessionExpiringSoon: 'تنتهي تحديثات واتساب من {{company}} قريبًا.',
  sessionExpiringKeep: 'لمواصلة تلقّي التحديثات، يكفي الرد على هذه الرسالة.',

  criticalTitle: 'تحديث مهم',
  critical: 'تحديث مهم بخصوص التذكرة {{ticket}}. يُرجى مراجعة الموظفين.',

  actionOnMyWay: 'أنا في الطريق',
  actionMoreTime: '{{number}} دقائق أخرى',
  actionLeave: 'مغادرة الطابور',
  replyWithNumber: 'للرد، أرسل رقمًا:',

  quickReplyYes: 'نعم، بالتأكيد.',
  quickReplyAsk: 'من فضلك اسأل في الاستقبال.',
  quickReplySoon: 'خلال {{number}} دقائق تقريبًا.',
};
