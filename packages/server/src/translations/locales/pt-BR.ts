import type { Catalogue } from './catalogue.js';

/** Brazilian Portuguese: você, "senha" for a ticket. The hour stands without an article: "à 01:05", "às 14:05". */
export const ptBR: Catalogue = {
  welcomeThanks_one:
    'Agradecemos o contato com {{company}}. Durante {{number}} hora, você vai receber notificações pelo WhatsApp:',
  welcomeThanks_many:
    'Agradecemos o contato com {{company}}. Durante {{number}} de horas, você vai receber notificações pelo WhatsApp:',
  welcomeThanks_other:
    'Agradecemos o contato com {{company}}. Durante {{number}} horas, você vai receber notificações pelo WhatsApp:',
  welcomeKinds:
    '• Confirmação da senha\n• Sua posição na fila\n• Aviso quando faltar pouco\n• Aviso quando for a sua vez',
  welcomeTicket: 'Elas são para a senha {{ticket}}.',
  welcomeActiveUntil: 'As notificações ficam ativas até {{time}} de {{date}}.',
  welcomeHelp: 'Precisa de ajuda? Responda a qualquer momento.',
  welcomeStop: 'Para não receber mais estas mensagens, responda PARAR.',
  welcomePage: 'Voltar para a página da sua senha:\n{{url}}',
  welcomeOwnPage: 'Parar, pausar ou ver seus dados:\n{{url}}',

  optOutConfirmation: 'Você não vai mais receber mensagens de {{company}}. Para voltar a receber, responda INICIAR.',
  stopQuestion: 'Para não receber mais as atualizações de {{company}}, responda PARAR.',

  ticketCreatedTitle: 'Senha {{ticket}} confirmada',
  ticketCreated: 'Sua senha {{ticket}} em {{company}} está confirmada.',
  position: 'Sua posição na fila: {{position}}.',
  ahead_zero: 'Não há ninguém na sua frente.',
  ahead_one: 'Há {{number}} pessoa na sua frente.',
  ahead_many: 'Há {{number}} de pessoas na sua frente.',
  ahead_other: 'Há {{number}} pessoas na sua frente.',
  wait_zero: 'Espera estimada: menos de um minuto.',
  wait_one: 'Espera estimada: cerca de {{number}} minuto.',
  wait_many: 'Espera estimada: cerca de {{number}} de minutos.',
  wait_other: 'Espera estimada: cerca de {{number}} minutos.',

  positionUpdateTitle: 'Senha {{ticket}}: atualização da fila',
  positionUpdate: 'Senha {{ticket}} em {{company}}: sua posição na fila é {{position}}.',
  positionUpdateUnknown: 'Senha {{ticket}} em {{company}}: a fila andou.',

  almostYourTurnTitle: 'Está quase na sua vez',
  almostYourTurn: 'Senha {{ticket}}: está quase na sua vez.',
  stayNear: 'Por favor, aguarde perto deste local: {{place}}.',
  stayNearby: 'Por favor, aguarde por perto.',

  yourTurnTitle: 'Chegou a sua vez',
  yourTurn: 'Chegou a sua vez. Senha: {{ticket}}.',
  proceedTo: 'Por favor, dirija-se a este local: {{place}}.',
  proceedNow: 'Por favor, dirija-se agora ao atendimento.',

  sessionExpiringTitle: 'As atualizações pelo WhatsApp estão terminando',
  sessionExpiring_zero: 'As atualizações de {{company}} pelo WhatsApp terminam em menos de um minuto.',
  sessionExpiring_one: 'As atualizações de {{company}} pelo WhatsApp terminam em {{number}} minuto.',
  sessionExpiring_many: 'As atualizações de {{company}} pelo WhatsApp terminam em {{number}} de minutos.',
  sessionExpiring_other: 'As atualizações de {{company}} pelo WhatsApp terminam em {{number}} minutos.',
  sessionExpiringSoon: 'As atualizações de {{company}} pelo WhatsApp terminam em breve.',
  sessionExpiringKeep: 'Responda a esta mensagem para continuar recebendo atualizações.',

  criticalTitle: 'Aviso importante',
  critical: 'Aviso importante sobre a senha {{ticket}}. Por favor, fale com a equipe de atendimento.',

  actionOnMyWay: 'Estou a caminho',
  actionMoreTime: 'Mais {{number}} minutos',
  actionLeave: 'Deixar a fila',
  replyWithNumber: 'Responda com um número:',

  quickReplyYes: 'Sim, claro.',
  quickReplyAsk: 'Por favor, pergunte na recepção.',
  quickReplySoon: 'Em cerca de {{number}} minutos.',
};
