import type { Preview } from '@storybook/react-vite';
import { Stage } from '../stories/stage/stage.js';
import { GLOBAL_TYPES, INITIAL_GLOBALS, toolbarFrom } from '../stories/stage/toolbar.js';

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: GLOBAL_TYPES,
  initialGlobals: { ...INITIAL_GLOBALS, viewport: { value: undefined } },
  decorators: [
    (Story, { globals, parameters, viewMode }) => (
      <Stage toolbar={toolbarFrom(globals)} bare={parameters.bare === true} filling={viewMode === 'story'}>
        <Story />
      </Stage>
    ),
  ],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst', matchers: { color: /accent$/i } },
    backgrounds: { disable: true },
    viewport: {
      options: {
        small: { name: 'Smallest phone, 320', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        phone: { name: 'Phone, 390', styles: { width: '390px', height: '844px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 820', styles: { width: '820px', height: '1180px' }, type: 'tablet' },
        desktop: { name: 'Desktop, 1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
        kiosk: { name: 'Kiosk, 1080 upright', styles: { width: '1080px', height: '1920px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Play with it',
          'Snippet builder',
          'Moments',
          'React',
          ['WhatsAppNotificationPrompt'],
          'Element',
          ['whatsapp-optin'],
          'Admin',
          ['AdminConsole'],
          'Design',
        ],
      },
    },
  },
};

export default preview;
