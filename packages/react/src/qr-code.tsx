import type { OptInViewQr } from '@whatsapp-optin/sdk';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import { useEffect, useState } from 'react';

/** One code a text, for all prompts of a page. */
const codes = new Map<string, Promise<QrPath | null>>();

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
    const coming = codes.get(text) ?? encode(text);
    codes.set(text, coming);
    void coming.then((path) => path && wanted && setDrawn({ text, path }));
    return () => {
      wanted = false;
    };
  }, [text]);
  return drawn !== null && drawn.text === text ? drawn.path : null;
}

/** Resolves to nothing where the encoder does not come, or the text fits no code: the link is still there and says the same. */
async function encode(text: string): Promise<QrPath | null> {
  try {
    const { qrPath } = await import('@whatsapp-optin/sdk/qr');
    return qrPath(text);
  } catch {
    codes.delete(text);
    return null;
  }
}
