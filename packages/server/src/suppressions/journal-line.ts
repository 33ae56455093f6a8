/** What a journal records of a person. */
export const SUPPRESSION_KINDS = ['stop', 'start', 'erase'] as const;
export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number];

/** One STOP, START or erasure as the journal has it. */
export interface SuppressionLine {
  /** Counts the lines of all processes of one database. */
  position: number;
  /** ISO 8601. */
  at: string;
  kind: SuppressionKind;
  organization: string;
  /** Orders the facts of one person. */
  turn: number;
  /** Keyed hashes of the person's names, in hex. */
  names: string[];
}

/** A line that only says how far the journal is. `checked`: `restore-check` has ended. */
export interface MarkLine {
  position: number;
  at: string;
  kind: 'alive' | 'checked';
}

export type JournalLine = SuppressionLine | MarkLine;

export function isSuppression(line: JournalLine): line is SuppressionLine {
  return line.kind !== 'alive' && line.kind !== 'checked';
}

/** `null`: an empty line, or one that was cut off when its process died. */
export function readJournalLine(text: string): JournalLine | null {
  if (!text.startsWith('{')) return null;
  try {
    const line = JSON.parse(text) as JournalLine;
    return Number.isSafeInteger(line.position) ? line : null;
  } catch {
    return null;
  }
}
