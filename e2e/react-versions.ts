import { root } from '../scripts/run.mjs';

/** The folder of each React: 19 in the root, 18.3 in its own workspace. */
export const REACTS = { '19': `${root}/node_modules`, '18.3': `${root}/e2e/react-18/node_modules` } as const;

/** esbuild's `alias` that gives a bundle the React of this folder. */
export function aliasOfReact(modules: string): Record<string, string> {
  return { react: `${modules}/react`, 'react-dom': `${modules}/react-dom` };
}
