// @ts-check
import { defaultClientConditions, defaultServerConditions } from 'vite';

/** For Vite: packages of this repository resolve to their sources, so that nothing need be built. */
export const fromSource = {
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
};
