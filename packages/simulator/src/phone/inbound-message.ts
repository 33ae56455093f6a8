/** What a person wrote, before a vendor puts it into its own words. */
export interface InboundText {
  messageId: string;
  /** E.164 */
  from: string;
  /** E.164 of the business. */
  to: string;
  text: string;
  name: string;
  /** The person goes by a username: the vendor gives an id of theirs and no phone. */
  hidesPhone: boolean;
  /** Unix seconds. */
  time: number;
}
