// @vitest-environment jsdom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import type { ComponentPropsWithoutRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.resetModules();
  document.head.replaceChildren();
});

/** What a page does from the first frame until every QR is there. No lazy part is loaded at first. */
async function workOf(count: number) {
  vi.resetModules();
  const [{ WhatsAppNotificationPrompt }, { livePart }] = await Promise.all([
    import('./index.js'),
    import('@whatsapp-optin/sdk/card'),
  ]);
  let renders = 0;
  const Heading = (props: ComponentPropsWithoutRef<'h2'>) => {
    renders += 1;
    return <h2 {...props} />;
  };
  const reads = vi.spyOn(Storage.prototype, 'getItem');
  const formatters = vi.spyOn(Intl, 'DateTimeFormat');
  const styleReads = vi.spyOn(window, 'getComputedStyle');
  const tickets = Array.from({ length: count }, (_, index) => `A${100 + index}`);
  const { container, unmount } = render(
    <>
      {tickets.map((ticketNumber) => (
        <WhatsAppNotificationPrompt
          key={ticketNumber}
          ticketNumber={ticketNumber}
          companyWhatsAppNumber="+966500000000"
          locale="en"
          components={{ Heading }}
        />
      ))}
    </>,
  );
  await waitFor(() => expect(container.querySelectorAll('.whatsapp-optin-code path')).toHaveLength(count), {
    timeout: 20_000,
  });
  await act(async () => {
    await livePart.load();
  });
  const work = {
    renders: renders / count,
    reads: reads.mock.calls.length / count,
    formatters: formatters.mock.calls.length,
    styleReads: styleReads.mock.calls.length,
    sheets: document.querySelectorAll('style').length,
  };
  unmount();
  return work;
}

/** @see docs/evidence/performance.md */
it('does no more for each of thirty prompts than for a single one', async () => {
  const one = await workOf(1);
  document.head.replaceChildren();
  const many = await workOf(30);
  expect(many.renders).toBeLessThanOrEqual(one.renders);
  expect(many.reads).toBeLessThanOrEqual(one.reads);
  expect(many.sheets).toBe(one.sheets);
  // Prompts beside one another have the same colour scheme.
  expect(many.styleReads).toBeLessThan(10);
  // The first card, the live part, the QR.
  expect(many.renders).toBeLessThanOrEqual(3);
  expect([one.formatters, many.formatters]).toEqual([0, 0]);
}, 60_000);
