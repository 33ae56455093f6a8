import type { StorybookConfig } from '@storybook/react-vite';
import { cssText } from '../scripts/css-text.mjs';
import { fromSource } from '../scripts/vite-source.mjs';

/** One Storybook for React and the element: the stories of both render the same view. */
const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: 'react-docgen', check: false },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    // Packages come from their sources, so that a change is seen at once and nothing need be built.
    resolve: { ...vite.resolve, ...fromSource },
    plugins: [cssText(), ...(vite.plugins ?? [])],
  }),
};

export default config;
