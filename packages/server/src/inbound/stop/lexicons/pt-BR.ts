import { phrases, type Lexicon } from '../lexicon.js';

export const ptBR: Lexicon = {
  stop: phrases(`
    tirem meu telefone, tira meu telefone, removam meu telefone, apaguem meu telefone, tirem meu contato,
    apaguem meu contato, me tirar da lista, me retirem da lista, me retire da lista, quero que parem de,
    quero que pare de, parem já de, retirem meu número, retirar meu número, apagar meu número, excluir meu número,
    tirar meu número, parem com isso, deixem de, deixe de, sair dessa lista, sair desta lista, parem, parar,
    parem de, pare de, para de, parar de, descadastrar, descadastre, me descadastre, me descadastrem,
    me descadastrar, sair da lista, cancelar inscrição, cancelar assinatura, parem com, pare com, para com,
    podem parar, pode parar, tira meu número, tirem meu número, tire meu número, removam meu número,
    remova meu número, remover meu número, apaguem meu número, apague meu número, me tira dessa lista,
    me tirem dessa lista, me tire dessa lista, me tirem da lista, me tira da lista, me tire da lista,
    excluam meu número, exclua meu número, me removam, me remova, me deixem em paz, me exclua, me excluam,
    deleta meu número, deletem meu número, sair do grupo
  `),
  halt: phrases(`sair, baixa, chega`),
  end: phrases(`
    cancelar, cancelem, cancele, cancela, desativar, desativem, desative, desliguem, desligar, chega de, sem mais,
    basta de, pare, silenciar, suspender, encerrar, encerrem, revogo, retiro, sair de, bloquear, interromper,
    interrompam, me tirem de, sair
  `),
  object: phrases(`
    descadastrar, me descadastrar, me descadastrem, mensagens, mensagem, mensagenzinhas, notificações, notificação,
    avisos, aviso, alertas, lembretes, inscrição, assinatura, novidades, atualizações, propaganda, propagandas,
    promoções, lista, zap, consentimento, cadastro, msgs, anúncios, mensagens de texto, lembrete
  `),
  send: phrases(`
    encher o saco, encher o saco com, enchendo, mandando, enviando, me mandem, me mande, me enviem, me envie,
    ser contatado, ser contatada, insistir, insistam, spammar, me encham, enviar, me enviar, mandar, me mandar,
    escrever, me escrever, incomodar, perturbar, enviem, envie, mandem, mande, manda, envia, escrevam, escreva,
    contatem, incomodem, incomode, me contatar, contatar, encher, chamar, me incomodar, me perturbar, perturbem,
    me avisar, mandarem, enviarem, notificar, me notificar, me encher de, encher de, chamem
  `),
  not: phrases(`não, nunca mais, nunca, nem, não me, nunca mais me, que não, favor não, para não, pra não`),
  refuse: phrases(`
    não quero, não quero mais, não desejo, não desejo mais, não preciso, não preciso mais, não gostaria,
    não tenho interesse em, não quero essas, já não quero, não autorizo, não quero mais nenhuma, nada de,
    não aguento mais, não me interessam
  `),
  refusal: [],
  me: phrases(`me, para mim, pra mim, nos, para este número, meu número, no meu número, pro meu número`),
  request: phrases(`
    podem, pode, poderiam, poderia, vocês podem, você pode, vocês poderiam, dá para, tem como vocês
  `),
  doubt: phrases(`
    se eu, será, como, como faço para, como faço pra, quando, onde, posso, devo, preciso, escrevo, depois, amanhã,
    até, por enquanto, mais tarde, qual, será que, o que, tenho que, tem como eu, antes
  `),
  other: phrases(`
    para não receber, responda, para continuar, você não vai, não parem, não pare, não para, não para de,
    não deixem de, por que, porque não, por quê, não cancelem, não recebi, não chegou, não chegam, vou sair,
    ter que parar, a fila, fila parou, não cancele, não me tirem, não vou sair, preciso parar, não deixe de
  `),
  haltHere: phrases(`pare`),
  unsure: phrases(`
    cancelo as notificações, paro as mensagens, saio da lista, cancelo as mensagens, muita mensagem,
    muitas mensagens, tanta mensagem, chega, basta
  `),
  filler: phrases(`
    o recebimento de, recebimento, recebimento de, envio, o envio, envio de, esse número não é meu, não é meu número,
    não sou essa pessoa, não conheço vocês, já saí, já fui, definitivamente, pra sempre, para sempre,
    imediatamente por favor, faz favor, faça o favor, chato, isso é chato, que saco, hein, né, um, uma, ai, só, lo,
    ninguém, por favor, pfv, pf, por gentileza, favor, gentileza, obrigado, obrigada, muito obrigado, valeu,
    desculpa, desculpe, desculpem, oi, olá, bom dia, boa tarde, boa noite, já, agora, agora mesmo, imediatamente,
    mais, nada, mais nada, nenhuma, nenhum, de, do, da, das, dos, a, o, as, os, essas, esses, estas, estes, essa,
    esta, suas, seus, minha, meu, com, todas, todas as, todos, e, quero, gostaria, gostaria de, desejo, que, vocês,
    de vocês, você, pra, aí, gente, pessoal, moça, moço, número errado, engano, é engano, já fui atendida,
    já fui atendido, não obrigado, não obrigada, já terminei, pelo whatsapp, no whatsapp, por whatsapp, no zap, tá,
    sim, ok, novamente, de novo, na, no, em, por, da lista, eu, tanta, tantas, qualquer, para, isso, mas, toda hora,
    receber, recebendo, peço, peço que, solicito, querido, estou, não tenho interesse, este, serviço, desse
  `),
};
