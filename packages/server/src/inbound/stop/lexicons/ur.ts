import { phrases, type Lexicon } from '../lexicon.js';

/** Urdu, in its own letters and in Latin ones. */
export const ur: Lexicon = {
  stop: phrases(`
    اسٹاپ, سٹاپ, ان سبسکرائب, میرا نمبر ہٹا دیں, میرا نمبر نکال دیں, میرا نمبر ڈیلیٹ کر دیں, میرا نمبر ڈیلیٹ کریں,
    میرا نمبر لسٹ سے نکال دیں, میرا نمبر لسٹ سے ہٹا دیں, میرا نمبر ہٹائیں, میرا نمبر نکالیں, میرا نمبر حذف کریں,
    میرا نمبر حذف کر دیں, میرا نمبر مٹا دیں, mera number hata dein, mera number nikal dein,
    mera number delete kar dein
  `),
  halt: phrases(`
    بند, بند کریں, بند کرو, بند کر دیں, بند کردیں, بند کر دو, بند کیجیے, بند کر دیجیے, روکیں, روکو, روک دیں, روک دو,
    بس کریں, بس کرو, band karo, band karein, band kar dein, band kar do, bas karo
  `),
  end: phrases(`
    بند کر دیجیے گا, بند کیے جائیں, بند ہونے چاہئیں, بند کرا دیں, بند کر دیا جائے, band kr do, band kr dein,
    band krein, band karen, بند, بند کریں, بند کرو, بند کر دیں, بند کردیں, بند کر دو, بند کیجیے, بند کر دیجیے, روکیں,
    روکو, روک دیں, روک دو, روک دیجیے, بند کر, بند ہو جائیں, بند کروائیں, کینسل کر دیں, منسوخ کریں, منسوخ کر دیں,
    ختم کریں, ختم کر دیں, بس کریں, آف کر دیں, آف کریں, band, band karo, band karein, band kar dein, band kar do,
    band kardo, band krdo, rok dein, rokein, off kar dein, واپس لیتا ہوں, بند کرنا
  `),
  object: phrases(`
    اپ ڈیٹس, اپ ڈیٹ, اپڈیٹس, اپڈیٹ, ایس ایم ایس, واٹس ایپ, سبسکرپشن, رضامندی, بھیجنا, میسج کرنا, اشتہارات, paigham,
    messages, sabsakripshan, message karna, message bhejna
  `),
  objectStems: phrases(`میسج, میسیج, پیغام, اطلاع, نوٹیفکیشن, نوٹیفیکیشن`),
  send: phrases(`
    بھیجیں, بھیجو, بھیجیے, بھیجنا, بھیجیے گا, بھیجئے, بھیجا کریں, bhejein, bhejo, bhejna, bhejain, bhejen, تنگ کریں,
    تنگ کرو, رابطہ کریں, پریشان کریں, tang karo, tang karein
  `),
  not: phrases(`نہ, مت, نا, mat`),
  refuse: phrases(`
    نہ بھیجا کریں, نہیں پڑھنے, نہیں لینے, سے تنگ, نہیں لینا چاہتا, na kiya karein, mat kiya karo, mat bheja karo,
    nahi lena, نہ کریں, نہ کرو, مت کریں, مت کرو, مت کرنا, نہ کیجیے, نہ کیا کریں, نا کریں, نہیں چاہیے, نہیں چاہئیں,
    نہیں چاہئے, نہیں چاہتا, نہیں چاہتی, نہیں چاہتے, کی ضرورت نہیں, نہیں لینا, na karein, na karo, mat karo,
    mat karein, mat karna, nahi chahiye, nahin chahiye, nai chahiye, na karen, mat kro, na kro
  `),
  refusal: phrases(`na bhejein, na bhejo, na bheje, na bhejen, na bhejiye`),
  me: phrases(`مجھے, ہمیں, مجھ کو, mujhe, mujhko, humein, اس نمبر پر, میرے نمبر پر, is number par`),
  request: phrases(`کیا آپ, براہ کرم کیا آپ`),
  doubt: phrases(`
    کیسے, کیا, کیا میں, کب, کہاں, اگر, کل, بعد میں, تک, لکھوں, کروں, kaise, kya, kab, karun, baad mein
  `),
  other: phrases(`
    جواب میں, لکھ کر بھیجیں, بند نہ, بند مت, بند نا, بند نہیں, کیوں, بس اسٹاپ, بس سٹاپ, نہیں آیا, نہیں ملا, band mat,
    band na, band nahi, band nahin, kyun, kyu, نہ روکیں, مت روکیں, باری آئے, nahi aaya, اسٹاپ پر, قریب ترین,
    کینسل نہ
  `),
  unsure: phrases(`بہت زیادہ میسج, بہت میسج, بہت زیادہ پیغامات, بس, کافی ہے`),
  filler: phrases(`
    یہ میرا نمبر نہیں, یہ میرا نمبر نہیں ہے, میں آپ کو نہیں جانتا, ہمیشہ کے لیے, روز روز, روزانہ, تنگ آ گیا ہوں,
    پلیز پلیز, ذرا, فوری, اتنے, kr do, kr dein, krein, plz plz, yar, roz roz, bar bar, faltu, براہ کرم, براہ مہربانی,
    مہربانی, مہربانی کر کے, مہربانی فرما کر, پلیز, شکریہ, بہت شکریہ, معذرت, سوری, السلام علیکم, سلام, جی, جناب,
    بھائی, سر, میڈم, اب, ابھی, فورا, فوراً, آئندہ, دوبارہ, اور, مزید, آج کے بعد, کوئی, یہ, ان, سب, تمام, اپنے, آپ,
    آپ کے, آپ کی, کے, کی, کا, کو, سے, پر, میں, کر دیں, کر دو, کریں, کرو, گا, لسٹ, لسٹ سے, غلط نمبر, غلط نمبر ہے,
    رانگ نمبر, رانگ نمبر ہے, ہے, ہیں, میرا کام ہو گیا, میرا کام ہو گیا ہے, کام ہو گیا, بہت, بار بار, خدا کے لیے, یار,
    ہی, بس, اس, اپنی, bhai, yaar, ab, aur, aap, ke, ki, ko, kar dein, kar do, karo, karein, shukriya, meherbani,
    dobara, koi, ye, yeh, g, ji, مجھے اب, ہمارا, ہو گیا, چاہتا ہوں, ہوں, میری, نمبر, براہِ, کرم, والے, والی
  `),
};
