import { phrases, type Lexicon } from '../lexicon.js';

export const id: Lexicon = {
  stop: phrases(`
    keluarkan saya, hapus data saya, hapus kontak saya, coret nomor saya, stop dulu ya, berhenti ya, hapus saya,
    mohon dihentikan, tolong dihentikan, minta dihentikan, berhenti, berhenti langganan, hentikan, henti, setop,
    stopkan, distop, unreg, berhenti berlangganan, hapus nomor saya, hapus nomer saya, hapus nomorku,
    keluarkan saya dari, hapus saya dari, keluarkan nomor saya, dihentikan, batalkan langganan, batal langganan,
    hapus no saya, berhentikan, jangan ganggu saya, stop dong
  `),
  halt: phrases(`sudah cukup, udah cukup, berhentilah`),
  end: phrases(`
    matikan, nonaktifkan, cukup, batalkan, batal, akhiri, cabut, tolak, off, offkan, blokir, tutup, keluar dari,
    cukup dengan, sudahi, hapus
  `),
  object: phrases(`
    notifikasi wa, notifikasi ini, pesan wa, pesan ini, pesan seperti ini, layanan, layanan ini, update, newsletter,
    pesan, pesannya, pesan2, pesan pesan, notifikasi, notifikasinya, notifnya, smsnya, updatenya, langganan,
    pembaruan, info, infonya, informasi, pemberitahuan, pemberitahuannya, iklan, promo, promosi, daftar, wa, wanya,
    chat, chatnya, berlangganan, persetujuan, pengingat, broadcast, sms
  `),
  send: phrases(`
    kirim pesan, kirim wa, kirim sms, kirim chat, spam saya, hubungin, wa in, chat in, kabari, kabarin, kirim notif,
    menchat, kirim, mengirim, kirimi, kirimin, kirimkan, mengirimi, mengirimkan, ngirim, hubungi, menghubungi, chat,
    nge chat, ngechat, wa, ngewa, sms, ganggu, mengganggu, dikirim, kirim kirim, kirimin saya, ngirimin, kontak,
    spam, nyepam, mengontak, dihubungi, dikirimi, whatsapp, dikirimin
  `),
  not: phrases(`
    jangan, jgn, gak usah, ga usah, nggak usah, tidak usah, tidak perlu, gak perlu, ga perlu, tak perlu,
    tolong jangan, mohon jangan
  `),
  refuse: phrases(`
    tidak mau, gak mau, ga mau, nggak mau, tidak ingin, gak ingin, tidak butuh, gak butuh, tidak perlu,
    tidak bersedia, ga butuh, tidak tertarik, enggan, tidak berminat, gak pengen, jangan ada
  `),
  refusal: [],
  me: phrases(`
    saya, ke saya, kepada saya, aku, ke aku, ke nomor ini, nomor ini, kami, ke kami, ke nomor saya, gue, gw
  `),
  request: phrases(`bisa tolong, bisakah, bisa kah, boleh tolong, bisa minta, minta tolong`),
  doubt: phrases(`
    bagaimana, bagaimana cara, gimana, cara, caranya, kapan, di mana, dimana, apakah, apa, jika, kalau, nanti, besok,
    sampai, harus, saya harus, bisa, dulu, sementara, mana, balas, setelah, haruskah
  `),
  other: phrases(`
    untuk menghentikan, untuk menerimanya, balas pesan ini, tidak akan lagi, jangan berhenti, jangan hentikan,
    jangan distop, jangan stop, tidak berhenti, gak berhenti, kenapa, mengapa, jangan batalkan, belum terima,
    tidak masuk, sudah berhenti, berhenti kerja, berhenti merokok, berhenti minum, berhenti di, antrean berhenti,
    pemberhentian, nggak berhenti, ga berhenti, jangan matikan, jangan dihentikan, tertulis, belum dapat, gak masuk,
    antrian berhenti, jangan hapus
  `),
  unsure: phrases(`
    pesannya kebanyakan, terlalu banyak pesan, banyak banget pesan, cukup, kebanyakan notif, kebanyakan pesan
  `),
  filler: phrases(`
    ini bukan nomor saya, bukan nomor saya, saya tidak kenal, saya gak kenal, selamanya, total, tiap hari,
    terus terusan, risih, mengganggu, capek, bosan, plis, pliss, please kak, sy, tlg, mhn, trmksh, makasi,
    terima kasih banyak, kasih, banyak, apa apa, tolong, mohon, harap, terima kasih, terimakasih, makasih, trims,
    tks, maaf, mohon maaf, permisi, halo, hai, selamat pagi, selamat siang, selamat sore, assalamualaikum, ya, yah,
    dong, deh, sih, kak, kakak, min, admin, pak, bu, mas, mbak, gan, sekarang, segera, lagi, sama sekali, apapun,
    apa pun, ini, itu, semua, semuanya, seluruh, anda, kalian, dari, daftar, dari daftar, mau, ingin, pengen, untuk,
    salah nomor, nomor salah, sudah selesai, udah selesai, sudah, udah, selesai, yang, dan, ke, di, terus,
    setiap hari, kirim, oke, baik, nih, aja, saja, tidak tertarik, mulai sekarang, lewat, via, dalam, menerima,
    terima, nerima, bentuk, nya, kami mau, kepada, banget, tersebut, seperti, mengenai, tentang, layanan, gan ya,
    bos
  `),
};
