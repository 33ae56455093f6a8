import { phrases, type Lexicon } from '../lexicon.js';

/** Filipino, with the English that people mix in. */
export const fil: Lexicon = {
  stop: phrases(`
    paki alis po ng number ko, pakialis po ng number ko, pakialis ng number ko, pakitanggal na po ng number ko,
    paki bura po ng number ko, stop na kayo, itigil nyo, itigil nyo na po, itigil niyo na, tigilan nyo na po,
    tigilan niyo na, tanggalin nyo po ako, alisin nyo po ako, pakialis ako, paki alis po ako, pakialis po ako,
    paki alis ng number ko, pakitanggal ako, pakitanggal po ako, tama na po kakatext, tigil nyo na, itigil,
    itigil na, ihinto, ihinto na, pakitigil, paki tigil, pakihinto, pakistop, paki stop, i stop, tigilan,
    tigilan nyo, tigilan ninyo, stop na, stop na po, istop, mag unsubscribe, i unsubscribe, ititigil,
    tanggalin nyo ang number ko, tanggalin nyo na po ang number ko, paki tanggal po ng number ko,
    burahin nyo po ang number ko, pakitanggal ng number ko, pakitanggal po ng number ko, tanggalin ang number ko,
    burahin ang number ko, alisin ang number ko, pakiremove po ako, paki remove po ako, paki remove ako,
    pakiremove ako, tanggalin nyo ako, tanggalin nyo na ako, alisin nyo ako, alisin nyo na ako,
    paki delete po ng number ko, pakidelete ng number ko, burahin nyo na ang number ko, pakibura ng number ko,
    tantanan nyo na ako, tigilan mo na, i opt out, mag opt out, remove nyo number ko, paki bura
  `),
  halt: phrases(`tigil, tigil na, hinto, hinto na`),
  end: phrases(`
    paki off, pakioff, i off, patayin, tama na, tama na po, i cancel, tigil, tigil na, hinto, paki cancel, i disable,
    i turn off, paki turn off, kanselahin, wala na sanang, sawa na ako sa, tapusin, paki mute
  `),
  object: phrases(`
    mensahe, mga mensahe, mensaheng, text, texts, abiso, mga abiso, alerts, reminders, subscription, list, listahan,
    pagtext, pag text, pagmemessage, pag message, pagpapadala, pagsend, pagtetext, ads, promos, spam, chat, pagchat,
    pag send, pagme message, promo
  `),
  send: phrases(`
    itext, magtetext, magme message, i text text, tawagan at i text, nagtetext, mangulit, istorbo,
    padalhan ng messages, padalhan ng text, padala, abalahin, magtext, mag text, i text, text, magmessage,
    mag message, i message, imessage, magpadala, padalhan, magsend, mag send, i send, send, sendan, magchat,
    mag chat, i chat, ichat, kontakin, i contact, guluhin, mag update, mag notify, i notify, padalhan ng,
    magpapadala, i spam, mag spam, kulitin, istorbohin, i bother
  `),
  not: phrases(`
    wag, huwag, wag na, huwag na, wag nang, huwag nang, wag nyo, huwag nyo, wag niyo, huwag ninyo, wag nyo na,
    wag mo na
  `),
  refuse: phrases(`
    ayoko na, ayoko na po, ayaw ko na, ayaw ko, ayoko, ayaw ko na po, hindi ko na kailangan,
    hindi ko na po kailangan, di ko na kailangan, di ko na po kailangan, no more, hindi ko kailangan, ayaw na namin,
    hindi ko gusto, hindi ko na gusto, ayaw ko nang, ayoko nang, wala na akong gana sa
  `),
  refusal: [],
  me: phrases(`ko, ako, akong, sa akin, sakin, sa number ko, sa number na to, samin, sa amin, kami`),
  request: phrases(`
    pwede bang, pwede po bang, pwede po ba, maaari bang, maaari po bang, pede bang, pede po bang, puwede bang,
    puwede po bang, can you, pwede po
  `),
  doubt: phrases(`
    irereply, i reply, irereply ko, itetext, paano, pano, kailan, saan, kung, ba, po ba, mamaya, bukas, hanggang,
    dapat ba, dapat ko bang, dapat, ano, muna, pwede ba, kapag, pag
  `),
  other: phrases(`
    para itigil, mag reply ng, para makatanggap, hindi na po kayo, wag itigil, wag po itigil, huwag itigil,
    huwag po itigil, wag nyo itigil, huwag nyo itigil, huwag nyo po itigil, wag nyo po itigil, wag i stop,
    wag nyo i stop, huwag i stop, wag ihinto, bakit, hindi tumitigil, ayaw tumigil, jeepney stop, nasa bus stop,
    wag nyo i cancel, wag nyo po i cancel, wala po akong natanggap, wag nyong itigil, huwag ihinto, wag nyong i stop,
    wag po i stop, wag po ihinto, huwag po i stop, wag tigilan
  `),
  unsure: phrases(`
    ang daming messages, ang daming text, tama na, tama na po, ang dami nyong text, sobrang daming messages
  `),
  filler: phrases(`
    hindi ko po number yan, hindi ko number to, hindi ko kayo kilala, di ko kayo kilala, forever, habang buhay,
    araw araw, palagi, lagi, nakakainis, nakakaabala, please lang, plss po, pakiusap po, akin, hindi ako yan,
    na lang, nalang, paulit ulit, kakatext, tigil, pare, pre, tol, po, na, na po, nga, naman, lang, sana, ho, opo,
    salamat, salamat po, maraming salamat, maraming salamat po, pasensya na, pasensya na po, paumanhin, pakiusap,
    parang awa nyo na, paki, hello po, hi po, magandang araw po, magandang umaga po, sorry po, ang, ng, mga, sa,
    yung, nyo, niyo, ninyo, kayo, kayong, inyo, mo, ngayon, agad, ulit, kailanman, ito, itong, lahat, lahat ng,
    gusto ko, gusto ko na, gusto ko po, wrong number, wrong number po, tapos na, tapos na po, tapos na ako,
    tapos na po ako, mali ang number, galing sa inyo, from, in, me, my, the, all, ma am, maam, sir, boss, kuya, ate,
    to, at, din, rin, e, eh, ay, kasi, nang, makatanggap, makareceive, maka receive, makakuha, kahit, kahit ano,
    anumang, ano man, number, number ko, no, thank you po, thanks po, please po, pls po, more
  `),
};
