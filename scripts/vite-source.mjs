// @ts-check
import { defaultClientConditions } from 'vite';

/** For Vite: packages of this repository resolve to their sources, so that nothing need be built. */
export const fromSource = { conditions: ['source', ...defaultClientConditions] };

/** The same for Vitest, which adds conditions of its own: those of a bundler would lead to files that Node cannot load. */
export const fromSourceInNode = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
};
