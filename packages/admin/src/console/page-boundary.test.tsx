// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AdminProvider } from '../admin-provider.js';
import { PageBoundary } from './page-boundary.js';

// React writes what it catches.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const Lost = lazy(() => Promise.reject<{ default: () => null }>(new TypeError('Failed to fetch the module')));

it('keeps what is around a page whose file is lost, and offers to try again', async () => {
  const onRetry = vi.fn();
  render(
    <AdminProvider locale="en">
      <nav>Pages</nav>
      <PageBoundary onRetry={onRetry}>
        <Suspense fallback="…">
          <Lost />
        </Suspense>
      </PageBoundary>
    </AdminProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  expect(screen.getByText('Pages')).toBeDefined();
});
