import type { OptInViewQr } from '@whatsapp-optin/sdk';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import { useEffect, useState } from 'react';
import { dress, type Painted } from './painted.js';

/** The place of the code is kept until it is drawn. */
export function Qr({ qr, ...painted }: Pick<Painted, 'appearance'> & { qr: OptInViewQr }) {
  const code = useQrPath(qr.text);
  return (
    <div {...dress(painted, 'qr', 'whatsapp-optin-qr')} data-size={qr.size}>
      <div className="whatsapp-optin-code">
        {code && (
          <svg role="img" aria-label={qr.label} viewBox={`0 0 ${code.size} ${code.size}`} shapeRendering="crispEdges">
            <path d={code.path} />
          </svg>
        )}
      </div>
      <div className="whatsapp-optin-qr-text">
        <p className="whatsapp-optin-text whatsapp-optin-qr-heading">{qr.heading}</p>
        <p className="whatsapp-optin-text whatsapp-optin-qr-caption">{qr.caption}</p>
      </div>
    </div>
  );
}

/** @returns `null` until the code that draws it has come, and where the text fits no code. */
function useQrPath(text: string | null): QrPath | null {
  const [drawn, setDrawn] = useState<{ text: string; path: QrPath } | null>(null);
  useEffect(() => {
    if (text === null) return;
    let wanted = true;
    import('@whatsapp-optin/sdk/qr')
      .then(({ qrPath }) => wanted && setDrawn({ text, path: qrPath(text) }))
      // Without it, or where the text fits no code, the link is still there and says the same.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [text]);
  return drawn !== null && drawn.text === text ? drawn.path : null;
}
