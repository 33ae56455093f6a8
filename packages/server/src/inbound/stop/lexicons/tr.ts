import { phrases, type Lexicon } from '../lexicon.js';

export const tr: Lexicon = {
  stop: phrases(`
    durdurur musunuz lütfen, listenizden çıkarın beni, numaramı listenizden çıkarır mısınız,
    beni listenizden çıkarın, beni listenizden silin, beni silin, kaydımı silin, aboneliğimi sonlandırın,
    aboneliği sonlandırın, durdurulmasını, beni çıkarın listeden, durdur, durdurun, durdurunuz, durdurur musunuz,
    durdurur musun, durdurabilir misiniz, durdurabilir misin, abonelikten çık, abonelikten çıkmak, aboneliği iptal,
    aboneliğimi iptal, abonelik iptali, numaramı silin, numaramı sil, numaramı listeden çıkarın,
    beni listeden çıkarın, listeden çıkarın beni, numaramı çıkarın, beni çıkarın, rahat bırakın, beni rahat bırakın,
    durdurulsun, durdurmanızı, listeden çıkmak, numaramı listenizden silin, numaramı listenizden çıkarın,
    listenizden çıkarın, durdurmak
  `),
  halt: phrases(`dur, ret, yeter, bırakın, bırak, kesin, dursun, red`),
  end: phrases(`
    kapat, kapatın, kapatınız, kapatır mısınız, kapatabilir misiniz, iptal, kes, kesin, bırakın, bırak,
    bırakır mısınız, dursun, son verin, sonlandırın, sonlandır, yeter, keser misiniz, kesilsin, yeter artık,
    kapatılsın, istemem, kapatmak, iptali, durur musunuz, geri çekiyorum, engelle
  `),
  object: phrases(`
    aboneliğimi iptal, abonelikten çıkmak, aboneliği iptal, abonelik, aboneliği, aboneliğimi, sms, reklam,
    reklamları, duyuru, duyuruları, onayımı, rızamı, iznimi
  `),
  objectStems: phrases(`mesaj, bildirim, uyarı, hatırlatma, güncelleme`),
  send: phrases(`
    göndermeyi, atmayı, yazmayı, göndermekten, atmaktan, yollamayı, gönderimini, göndermeye, rahatsız etmeyi
  `),
  not: [],
  refuse: phrases(`
    gelmesini istemiyorum, gelsin istemiyorum, almak istemediğimi, gönderilmesini istemem, istemiyorum artık,
    almıyorum artık, bıktım, kabul etmiyorum, istemiyorum, almak istemiyorum, istemiyoruz, istemem, almak istemem,
    gerek yok, gerekmiyor, lazım değil, gelmesin, almayayım, atılmasın, gönderilmesin, ihtiyacım yok, olmasın,
    yok artık, alınmasını istemiyorum, gönderilmesini istemiyorum, göndermenizi istemiyorum, atmanızı istemiyorum
  `),
  refusal: phrases(`
    mesaj yollamayınız, mesaj göndermeyiniz, bildirim yollamayın, mesaj atıp durmayın, bir daha yazmayın,
    bir daha mesaj atmayın, artık yazmayın, mesajla rahatsız etmeyin, spam atmayın, mesaj atmasanız,
    mesaj göndermeseniz, mesaj atmayın, mesaj atma, mesaj göndermeyin, mesaj gönderme, mesaj yollamayın,
    bildirim göndermeyin, göndermeyin, göndermeyiniz, yazmayın, yazmayınız, yollamayın, rahatsız etmeyin, atmayınız,
    mesaj atmayınız, bana yazma, mesaj yazmayın, mesaj çekmeyin, bildirim atmayın, ulaşmayın, bana ulaşmayın,
    mesaj yollama
  `),
  me: phrases(`bana, bize, beni, bu numaraya, numarama, numarama bir daha`),
  request: phrases(`
    durdurur musunuz, durdurabilir misiniz, kapatır mısınız, kapatabilir misiniz, bırakır mısınız, keser misiniz,
    lütfen acaba, rica etsem, mümkünse
  `),
  doubt: phrases(`
    nasıl, ne zaman, nerede, nereden, mı, mi, mu, mü, miyim, mıyım, sonra, yarın, kadar, eğer, yazayım, gerekiyor mu,
    şimdilik, hangi, yazmalı, önce
  `),
  other: phrases(`
    bu mesajları durdurmak için, yazıp gönderin, durdurmayın, durdurma, kapatmayın, kapatma, neden, niye, niçin,
    iptal etmeyin, iptal etme, durmayın, kesmeyin, bırakmayın, gelmedi, gelmiyor, durmuyor, dur bir dakika, durun,
    bekletmeyin, tabelada
  `),
  unsure: phrases(`
    durdururum, durdurabilirim, kapatabilir miyim, kapatırım, abonelikten nasıl çıkarım, dur mu, çok fazla mesaj,
    çok mesaj, yeter, yeter artık, çok fazla bildirim
  `),
  filler: phrases(`
    eder misiniz, edebilir misiniz, eder misin, bu benim numaram değil, benim numaram değil, sizi tanımıyorum,
    tamamen, kesinlikle, sürekli, her gün, çıktım, gittim, rica, lütfeder misiniz, olur mu, istiyorum artık,
    tarafından, bile, numara, yanlış, kişi, yanlış kişi, talep ediyorum, sizin, lütfen, lutfen, teşekkürler,
    teşekkür ederim, teşekkür, sağolun, sağ olun, rica ediyorum, rica ederim, kusura bakmayın, özür dilerim, pardon,
    merhaba, merhabalar, selam, iyi günler, günaydın, artık, şimdi, hemen, derhal, bir daha, daha, daha fazla, fazla,
    başka, bu, şu, tüm, bütün, hiçbir, hiç, edin, et, ediniz, etmek, istiyorum, istiyoruz, almak, almayı, ve, ile,
    için, lütfen bana, de, da, yanlış numara, numara yanlış, işim bitti, işimiz bitti, ben gittim, geldim gittim,
    abi, hanım, bey, tamam, evet, hayır, ederim, listeden, listenizden, whatsapptan, whatsapp üzerinden,
    bundan sonra, tarafıma, gönderilen, gelen, olarak, ya, be, ama, ilgilenmiyorum, yeter, asla, bir, sizden
  `),
};
