import type { ReactNode } from 'react';
import { LiveMark } from './live-mark.js';

interface DashboardHeadProps {
  heading: string;
  description: string;
  /** It follows the server by itself. @default true */
  isLive?: boolean;
  /** What can be done with the whole. */
  children?: ReactNode;
}

export function DashboardHead({ heading, description, isLive = true, children }: DashboardHeadProps) {
  return (
    <header className="woa-head">
      <div className="woa-head-text">
        <h2>{heading}</h2>
        <p className="woa-muted">{description}</p>
      </div>
      <div className="woa-actions">
        {isLive && <LiveMark />}
        {children}
      </div>
    </header>
  );
}
