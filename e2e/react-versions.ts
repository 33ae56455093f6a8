import { root } from '../scripts/run.mjs';

/** Where each React lies: 19 beside everything else, 18.3 in a workspace of its own. */
export const REACTS = { '19': `${root}/node_modules`, '18.3': `${root}/e2e/react-18/node_modules` } as const;

/** esbuild's `alias` that gives a bundle the React of this folder. */
export function aliasOfReact(modules: string): Record<string, string> {
  return { react: `${modules}/react`, 'react-dom': `${modules}/react-dom` };
}
