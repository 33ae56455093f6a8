import { Component, type ReactNode } from 'react';
import { AdminError } from '../connection/admin-error.js';
import { Failure } from '../controls/failure.js';

interface PageBoundaryProps {
  children: ReactNode;
  /** What helps a page whose file was lost. */
  onRetry: () => void;
}

/** Keeps the console around a page whose file does not come: a network lost it, or another version replaced it. */
export class PageBoundary extends Component<PageBoundaryProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failure error={new AdminError(0, 'NETWORK', 'The page does not load.')} onRetry={this.props.onRetry} />;
  }
}
