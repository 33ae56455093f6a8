/** The messages that a card may begin with where no style is asked for. */
export const FIRST_MESSAGES = {
  simple: "Hi, I'd like to receive queue notifications",
  branded: 'Hi {{companyName}}, please send me queue updates for ticket {{ticketNumber}}',
  brief: 'Hi, ticket {{ticketNumber}} - please send WhatsApp updates',
} as const;
