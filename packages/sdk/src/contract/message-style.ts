/** The seven pre-written messages a business can choose from. */
export const MESSAGE_STYLES = ['simple', 'branded', 'detailed', 'generic', 'formal', 'casual', 'brief'] as const;
/** One of `MESSAGE_STYLES`. */
export type MessageStyle = (typeof MESSAGE_STYLES)[number];
