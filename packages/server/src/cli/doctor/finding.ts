import type { ProviderFinding } from '../../providers/whatsapp-provider.js';

/** One line of the doctor. */
export interface Finding extends ProviderFinding {
  /** What was looked at: `Database`, `UltraMsg` … */
  about: string;
}

const MARKS: Readonly<Record<Finding['level'], string>> = {
  ok: '✓ ok     ',
  warning: '! warning',
  problem: '✗ problem',
};

/** `! warning  Public address: It is on this machine. Set PUBLIC_URL …` */
export function printFinding({ about, level, message, advice }: Finding, okMark = MARKS.ok): string {
  return `${level === 'ok' ? okMark : MARKS[level]}  ${about}: ${advice === null ? message : `${message} ${advice}`}`;
}

export function ok(about: string, message: string): Finding {
  return { about, level: 'ok', message, advice: null };
}

export function warning(about: string, message: string, advice: string): Finding {
  return { about, level: 'warning', message, advice };
}

export function problem(about: string, message: string, advice: string): Finding {
  return { about, level: 'problem', message, advice };
}
