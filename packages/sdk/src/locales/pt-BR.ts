import type { Catalogue } from './catalogue.js';

/** Brazilian Portuguese: você, "senha" for a ticket, "fila"; "agradeço" in place of "obrigado" or "obrigada". */
const ptBR = {
  message: {
    simple: 'Olá, gostaria de receber notificações da fila',
    branded: 'Olá, {{companyName}}, por favor, me enviem as atualizações da fila para a senha {{ticketNumber}}',
    detailed:
      'Olá, {{companyName}}! Acabei de retirar a senha {{ticketNumber}} e gostaria de receber notificações pelo WhatsApp sobre a minha vez na fila. Desde já, agradeço!',
    generic: 'Olá, acabei de entrar na fila e gostaria de receber atualizações pelo WhatsApp',
    formal:
      'Prezada equipe {{companyName}}, gostaria de receber notificações da fila referentes à senha {{ticketNumber}}. Desde já, agradeço.',
    casual: 'Oi, {{companyName}}! Peguei a senha {{ticketNumber}}, dá pra me avisar pelo WhatsApp? Valeu! 😊',
    brief: 'Olá, senha {{ticketNumber}} - por favor, me enviem as atualizações pelo WhatsApp',
    reference: ' (ref.: {{code}})',
  },
  prompt: {
    heading: 'Receba um aviso quando for a sua vez',
    description: '{{organization}} · senha {{ticket}}',
    descriptionTicket: 'Senha {{ticket}}',
    benefitTicket: 'Confirmação da senha',
    benefitPosition: 'Posição na fila',
    benefitAlmost: 'Aviso quando faltar pouco',
    benefitTurn: 'Aviso quando for a sua vez',
    link: 'Ativar notificações do WhatsApp',
    skip: 'Pular',
    close: 'Fechar',
    inAppBrowser: 'Se o WhatsApp não abrir, abra esta página no seu navegador.',
    offline: 'Você está sem internet. Esta página será atualizada quando a conexão voltar.',
    number: 'As mensagens vêm do número',
    consentFirst: 'Você envia a primeira mensagem: toque em “Enviar” e volte para cá.',
    consent_one:
      'Você recebe atualizações apenas desta visita, durante {{hours}} hora. Para não receber mais, responda PARAR a qualquer momento.',
    consent_many:
      'Você recebe atualizações apenas desta visita, durante {{hours}} de horas. Para não receber mais, responda PARAR a qualquer momento.',
    consent_other:
      'Você recebe atualizações apenas desta visita, durante {{hours}} horas. Para não receber mais, responda PARAR a qualquer momento.',
  },
  channels: {
    sms: 'As atualizações urgentes também podem chegar por SMS.',
    push: 'As atualizações urgentes também podem chegar por notificação push.',
    sms_push: 'As atualizações urgentes também podem chegar por SMS ou notificação push.',
  },
  qr: {
    label: 'QR code: abre o WhatsApp com a sua mensagem',
    caption: 'Aponte a câmera do celular para cá. Esta página se atualiza sozinha.',
    captionStatic: 'Aponte a câmera do celular para cá para enviar a mensagem.',
    consentFirst: 'Você envia a primeira mensagem: escaneie o código e toque em “Enviar”.',
    scan: 'Escaneie com o celular',
    reset: 'Esta tela se limpa sozinha.',
  },
  steps: {
    label: 'Toque em “Enviar” e volte para cá',
    open: 'O WhatsApp abre',
    send: 'Toque em “Enviar”',
    return: 'Volte para cá',
  },
  waiting: {
    heading: 'Agora toque em “Enviar” no WhatsApp',
    description: 'Sua mensagem já está escrita.',
    status: 'Aguardando sua mensagem…',
    statusStatic: 'Depois que você tocar em “Enviar”, as atualizações chegam pelo WhatsApp.',
    openAgain: 'Abrir o WhatsApp de novo',
    noWhatsApp: 'Não uso WhatsApp',
    help: 'O WhatsApp não abriu?',
  },
  help: {
    heading: 'Envio manual da mensagem',
    close: 'Fechar',
    stepOpen: 'Abra o WhatsApp ou o WhatsApp Business no celular.',
    stepChat: 'Inicie uma conversa com {{phone}}.',
    stepPaste: 'Cole a mensagem abaixo e toque em “Enviar”.',
    stepReturn: 'Volte para cá.',
    message: 'Sua mensagem',
    openWhatsApp: 'Abrir no WhatsApp',
    openBusiness: 'Abrir no WhatsApp Business',
    openWeb: 'Abrir o WhatsApp Web',
    copyNumber: 'Copiar o número',
    copyMessage: 'Copiar a mensagem',
    showQr: 'Mostrar o QR code',
    hideQr: 'Ocultar o QR code',
    copied: 'Copiado',
    copyFailed: 'Este navegador não permite copiar. Toque no texto e segure para copiá-lo.',
  },
  connected: {
    heading: 'As atualizações pelo WhatsApp estão ativadas',
    status: 'A conexão está ativa',
    untilToday: 'A conexão está ativa até {{time}}',
    untilTomorrow: 'A conexão está ativa até {{time}} de amanhã',
    untilDate: 'A conexão está ativa até {{time}} de {{date}}',
    note: 'Você já pode fechar esta página.',
    stop: 'Para não receber mais atualizações, responda PARAR a qualquer momento.',
    receipt: 'Baixar o comprovante de consentimento',
  },
  ended: {
    heading: 'As atualizações pelo WhatsApp terminaram',
    status: 'Envie uma nova mensagem para continuar recebendo.',
    restart: 'Conectar de novo',
  },
  expired: {
    heading: 'Este link expirou',
    status: 'Nenhuma mensagem chegou a tempo.',
    restart: 'Gerar um novo link',
  },
  declined: {
    heading: 'Sem atualizações pelo WhatsApp',
    status:
      'Você não vai receber mensagens no WhatsApp. Por favor, acompanhe a chamada da sua senha no local de espera.',
    restart: 'Ativar as atualizações pelo WhatsApp mesmo assim',
  },
  failed: {
    heading: 'As atualizações pelo WhatsApp não estão disponíveis no momento',
    network: 'Não foi possível acessar o servidor. Verifique a sua conexão.',
    disabled: 'As atualizações pelo WhatsApp estão desativadas aqui.',
    other: 'Algo deu errado. Seu lugar na fila está garantido.',
    withLink: 'Não conseguimos mostrar o status em tempo real no momento. Você ainda pode enviar a mensagem.',
    restart: 'Tentar de novo',
  },
} as const satisfies Catalogue;

export default ptBR;
