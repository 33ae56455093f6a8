import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'whatsapp-optin',
    brandTarget: '_self',
    fontBase: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    colorPrimary: '#00755f',
    colorSecondary: '#00755f',
    appBg: '#f6f8f7',
    appBorderColor: '#e0e6e3',
    appBorderRadius: 10,
    textColor: '#10201b',
    barSelectedColor: '#00755f',
  }),
  sidebar: { showRoots: true },
});
