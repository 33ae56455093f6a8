import type { OptInViewQr } from '@whatsapp-optin/sdk';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import { useEffect, useState } from 'react';

/** Its place is kept until it is drawn. */
export function QrCode({ qr }: { qr: OptInViewQr }) {
  const code = useQrPath(qr.text);
  return (
    code && (
      <svg role="img" aria-label={qr.label} viewBox={`0 0 ${code.size} ${code.size}`} shapeRendering="crispEdges">
        <path d={code.path} />
      </svg>
    )
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
