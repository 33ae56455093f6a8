/** E.164 of a chat id or of a number as typed: `966500000000@c.us`, `+966 50 000 0000`. `null` where it is no phone, such as a group. */
export function toE164(text: string): string | null {
  const match = /^\+?(\d[\d\s-]{6,20}\d)(?:@c\.us)?$/.exec(text.trim());
  const digits = match?.[1]?.replace(/[\s-]/g, '');
  return digits && digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
}

/** UltraMsg's name of a person's chat. */
export function toChatId(phone: string): string {
  return `${phone.replace(/^\+/, '')}@c.us`;
}
