import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { TokenTable } from './token-table.js';

const meta = {
  title: 'Design/Tokens',
  component: TokenTable,
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof TokenTable>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Change the theme and the appearance in the toolbar: derived colours follow. */
export const Live: Story = {
  play: async ({ canvasElement, globals }) => {
    const download = within(canvasElement).getByRole('link', { name: 'Download tokens.json' });
    await expect(download).toHaveAttribute('download', 'tokens.json');
    const [, json = ''] = (download.getAttribute('href') ?? '').split(',');
    await expect(JSON.parse(decodeURIComponent(json))).toMatchObject({ light: { accent: { $type: 'color' } } });
    if (globals.appearance !== 'default' || globals.theme !== 'auto') return;
    await waitFor(() => expect(within(canvasElement).getAllByText(/^#[0-9a-f]{6}$/).length).toBeGreaterThan(8));
  },
};
