import { phrases, type Lexicon } from '../lexicon.js';

/** Hindi, in its own letters and in Latin ones. */
export const hi: Lexicon = {
  stop: phrases(`
    स्टॉप, अनसब्सक्राइब, मेरा नंबर हटा दो, मेरा नंबर हटा दीजिए, मेरा नंबर हटाओ, मेरा नंबर हटाएँ, मेरा नंबर हटा दें,
    मेरा नंबर डिलीट कर दो, मेरा नंबर डिलीट करें, मेरा नंबर डिलीट कर दीजिए, मेरा नंबर लिस्ट से हटा दो,
    मेरा नंबर निकाल दो, मेरा नंबर लिस्ट से हटा दीजिए, मेरा नंबर लिस्ट से हटा दें, मेरा नंबर लिस्ट से निकाल दो,
    मेरा नंबर मिटा दो, मेरा नंबर डिलीट करो, mera number hata do, mera number delete karo, mera number hatao,
    mera number nikal do
  `),
  halt: phrases(`
    बंद, बन्द, बंद करें, बंद करो, बंद करे, बंद कीजिए, बंद करिए, बंद कर दें, बंद कर दो, बंद कर दीजिए, बन्द करो,
    बन्द करें, रोकें, रोको, रोकिए, रोक दें, रोक दो, रोक दीजिए, बस करो, बस कीजिए, band karo, band kar do, band karein,
    band karen, band kijiye, roko, rok do, bas karo, band kardo, band krdo
  `),
  end: phrases(`
    बंद कर दीजिएगा, बंद किए जाएँ, बंद होने चाहिए, बंद करा दो, बंद करवाओ, बंद किया जाए, band kr do, band kr dijiye,
    band karna hai, बंद करना है, बंद करवाना है, बंद, बन्द, बंद करें, बंद करो, बंद करे, बंद कीजिए, बंद करिए,
    बंद कर दें, बंद कर दो, बंद कर दीजिए, बन्द करो, बन्द करें, रोकें, रोको, रोकिए, रोक दें, रोक दो, रोक दीजिए, बंद कर,
    बंद करवा दो, बंद करना, बंद कर देना, रद्द करें, रद्द कर दें, ऑफ कर दो, ऑफ करो, ऑफ करें, बस करो, खत्म करो,
    कैंसिल करो, कैंसिल कर दो, band, band karo, band kar do, band karein, band karen, band kijiye, roko, rok do,
    band kardo, band krdo, band kro, band karna, off karo, off kar do, bas karo, हटाओ, बंद हो
  `),
  object: phrases(`
    अपडेट, अपडेट्स, सूचना, सूचनाएँ, एसएमएस, व्हाट्सएप, व्हाट्सऐप, सब्सक्रिप्शन, सदस्यता, सहमति, भेजना, sandesh,
    message karna, msg karna, message bhejna, msg bhejna, bhejna, updates, विज्ञापन, प्रमोशन, अलर्ट
  `),
  objectStems: phrases(`मैसेज, मेसेज, संदेश, सन्देश, नोटिफिकेशन, नोटिफ़िकेशन`),
  send: phrases(`
    भेजो, भेजें, भेजिए, भेजना, भेजे, भेजा करो, भेजिएगा, bhejo, bhejna, bheje, bhejen, bhejiye, bhejein, परेशान करो,
    तंग करो, pareshan karo, tang karo, परेशान करें, संपर्क करें, भेज, परेशान कीजिए, bhejiyega
  `),
  not: phrases(`मत, न, ना, mat, kabhi mat`),
  refuse: phrases(`
    मत भेजा करो, नहीं पढ़ने, नहीं लेने, से परेशान, mat bheja karo, mat kiya karo, nahi lena, nhi lena,
    नहीं लेना चाहता, पसंद नहीं, मत करो, मत करना, मत करें, मत कीजिए, न करें, ना करें, न करो, ना करो, न कीजिए,
    नहीं चाहिए, नही चाहिए, नहीं चाहता, नहीं चाहती, की जरूरत नहीं, की ज़रूरत नहीं, नहीं लेना, मत किया करो, mat karo,
    mat karna, mat kro, mat kijiye, na karein, na karo, nahi chahiye, nahin chahiye, nhi chahiye, na kare,
    ki zaroorat nahi, mat kare
  `),
  refusal: phrases(`na bhejein, na bhejo, na bheje, na bhejen, na bhejiye`),
  me: phrases(`
    मुझे, हमें, मुझको, mujhe, mujhko, hame, hamein, इस नंबर पर, मेरे नंबर पर, is number pe, is number par, muje
  `),
  request: phrases(`क्या आप, kya aap`),
  doubt: phrases(`
    कैसे, क्या, क्या मैं, कब, कहाँ, अगर, कल, बाद में, तक, लिखूँ, करूँ, kaise, kya, kab, hoga, baad me, karu, दूँ
  `),
  other: phrases(`
    जवाब में, लिखकर भेजें, बंद मत, बंद न, बंद ना, बंद नहीं, बन्द मत, रोको मत, क्यों, बस स्टॉप, नहीं आया, नहीं मिला,
    band mat, band na, band nahi, kyun, kyu, kyo, न रोकें, मत रोको, nahi aaya, bus stop pe, कैंसिल मत, रद्द मत, रुक,
    का बस, ना रोकें, बंद नही
  `),
  unsure: phrases(`बहुत ज्यादा मैसेज, बहुत मैसेज, इतने मैसेज, बस, bahut message, बहुत ज़्यादा मैसेज`),
  filler: phrases(`
    यह मेरा नंबर नहीं है, ये मेरा नंबर नहीं है, मैं आपको नहीं जानता, हमेशा के लिए, रोज रोज, रोज़ रोज़, तंग आ गया हूँ,
    ज़रा, जरा, फौरन, इतने, kr do, kro, krna, yar, roz roz, bar bar, faltu, kripaya, plz bhai, abhi, turant, कृपया,
    कृपा करके, प्लीज, प्लीज़, धन्यवाद, शुक्रिया, थैंक्यू, माफ कीजिए, माफ़ कीजिए, माफ करना, सॉरी, क्षमा करें, नमस्ते,
    नमस्कार, हेलो, जी, सर, मैडम, भाई, यार, अब, अभी, तुरंत, आगे से, दोबारा, फिर से, और, आज के बाद, कोई, ये, यह, इन,
    सब, सारे, सभी, आप, आपके, आपका, के, की, का, को, से, पर, में, कर दो, कर दें, कर दीजिए, करो, करें, दो, दें, लिस्ट,
    लिस्ट से, गलत नंबर, गलत नंबर है, रॉन्ग नंबर, है, हैं, मेरा काम हो गया, काम हो गया, मेरा काम हो गया है, बहुत,
    बार बार, अपने, ही, बस, मैं, हूँ, भी, कुछ, kripya, bhai, yaar, ab, aur, aap, ke, ki, ka, ko, kar do, karo, kardo,
    krdo, karein, dhanyavad, shukriya, koi, ye, yeh, ji, sir, bas, dobara, galat number, galat number hai,
    wrong number, मेरे, मेरी, वाले, रोज, रोज़, आना, चाहिए, गया, हो, तो, जल्दी, main, hu, hai, mere, roz, फालतू, नंबर
  `),
};
