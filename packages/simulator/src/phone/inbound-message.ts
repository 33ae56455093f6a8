/** A reply button on the screen of a phone. */
export interface PhoneButton {
  /** What its tap carries. */
  id: string;
  /** What stands on it. */
  label: string;
}

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
  /** Of the button that was tapped; its label is the text. */
  payload?: string | undefined;
  /** Unix seconds. */
  time: number;
}
