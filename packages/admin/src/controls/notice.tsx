import type { ReactNode } from 'react';
import { Shape, type Tone } from './status-mark.js';

interface NoticeProps {
  tone: Tone;
  heading?: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
  action?: ReactNode;
  children?: ReactNode;
}

export function Notice({ tone, heading, live, action, children }: NoticeProps) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className="woa-notice" data-tone={tone} role={role}>
      <Shape tone={tone} />
      <div className="woa-notice-text">
        {heading && <h3>{heading}</h3>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
