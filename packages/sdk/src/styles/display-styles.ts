import { writtenOut } from './shorthand.js';

/**
 * The displays beside the card, the QR, the panels and the printed ticket. A panel stands in the top layer, so that nothing of the host's page clips or covers it.
 */
export const displayStyles =
  writtenOut(`$hint{padding-inline-start:12px;border-inline-start:3px solid ~warn;color:~text}
$qr[data-size=main]{padding:0;border-radius:0;background:none;flex-direction:column;align-items:center;text-align:center}
$qr[data-size=main] %qr-text{flex:none}
$qr[data-size=main] %code{inline-size:min(100%,var(--whatsapp-optin-qr-size,232px))}
$code svg{display:block;inline-size:100%;block-size:100%;fill:#000;forced-color-adjust:none;animation:whatsapp-optin-appear .2s ease-out}
^[data-display=bar]{max-inline-size:none;padding:12px 16px}
^[data-display=bar] %main{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;text-align:start}
^[data-display=bar] %head{flex:1 0 min(240px,100%);align-items:center;grid-template-columns:44px minmax(0,1fr);justify-items:start;gap:14px;text-align:start}
^[data-display=bar] %mark{inline-size:44px;block-size:44px}
^[data-display=bar] %heading{font-size:16px;line-height:calc(20/16*~leading)}
^[data-display=bar] %description{margin-block-start:0}
^[data-display=bar] :is(%choices,%help){display:flex;flex-wrap:wrap;flex:0 1 auto;gap:8px;padding:0;border:0}
^[data-display=bar] :is(%choices,%help) %control{inline-size:auto;flex:1 1 auto;min-block-size:44px;padding:8px 16px;border:1px solid ~edge;font-size:15px;font-weight:500}
^[data-display=bar] %choices %primary{border-color:transparent}
^[data-display=bar] %help li{display:flex;flex:1 1 auto}
^[data-display=bar] %row %icon{color:inherit}
^[data-display=bar] %status:not(:empty){flex:0 1 auto;gap:8px;padding:6px 12px;border-radius:18px;font-size:13px;line-height:calc(18/13*~leading)}
^[data-display=bar] %hint{flex:1 1 100%}
^[data-display=bar] %notes{display:block;flex:1 1 100%;font-size:12px;line-height:calc(18/12*~leading)}
^[data-display=bar] %note{display:inline;text-align:start}
^[data-display=button]{max-inline-size:400px;padding:0;border:0;border-radius:~control;background:none;box-shadow:none}
^[data-display=button] %main{gap:8px}
^[data-display=button] %help{padding:4px;border:1px solid ~line;border-radius:12px;background:~surface}
^[data-display=button] %help:has([data-action=restart]){padding:0;border:0;border-radius:~control}
^[data-display=button] %status:not(:empty){background:~surface;border-color:~line}
^[data-display=kiosk]{max-inline-size:960px;padding:clamp(24px,6%,64px)}
^[data-display=kiosk] %main{gap:32px;justify-items:center;text-align:center}
^[data-display=kiosk] %head{grid-template-columns:minmax(0,1fr);justify-items:center;gap:20px}
^[data-display=kiosk] %mark{inline-size:72px;block-size:72px;border-radius:24px}
^[data-display=kiosk] %mark %icon{inline-size:40px;block-size:40px}
^[data-display=kiosk][data-icon=check] %mark{inline-size:112px;block-size:112px;border-radius:50%}
^[data-display=kiosk][data-icon=check] %mark %icon{inline-size:56px;block-size:56px}
^[data-display=kiosk] %heading{font-size:clamp(28px,5vmin,48px);line-height:calc(1.2*~leading)}
^[data-display=kiosk] :is(%description,%qr-caption){font-size:clamp(18px,2.6vmin,26px);line-height:calc(1.4*~leading)}
^[data-display=kiosk] %qr{gap:20px}
^[data-display=kiosk] %code{inline-size:min(100%,var(--whatsapp-optin-qr-size,clamp(240px,44vmin,440px)))}
^[data-display=kiosk] %qr-heading{font-size:clamp(20px,3.2vmin,32px);line-height:calc(1.3*~leading)}
^[data-display=kiosk] %status{font-size:clamp(18px,2.6vmin,26px);line-height:calc(1.4*~leading)}
^[data-display=kiosk] %note{font-size:clamp(15px,2vmin,20px);line-height:calc(1.5*~leading);text-wrap:balance}
^[data-display=kiosk] %help{inline-size:min(100%,420px);padding:0;border:0}
^[data-display=kiosk] %row[data-action=restart]{min-block-size:72px;font-size:22px;line-height:calc(1.3*~leading)}
^[data-display=print]{--wo-surface:#fff;--wo-text:#000;--wo-muted:#000;--wo-line:#000;max-inline-size:320px;border-style:dashed;border-radius:0;box-shadow:none;color-scheme:light}
^[data-display=print] %main{gap:12px;text-align:center;justify-items:center}
^[data-display=print] %head{grid-template-columns:minmax(0,1fr)}
^[data-display=print] %mark{display:none}
^[data-display=print] %code{inline-size:max(20mm,min(100%,40mm));padding:0;border:0;border-radius:0}
^[data-display=print] %note{text-wrap:balance}
:where(%launched){display:block}
%launched[data-display=sheet] %launcher{max-inline-size:400px}
%launched[data-display=floating] %launcher{position:fixed;inset-block-end:max(16px,env(safe-area-inset-bottom));inset-inline-end:16px;z-index:var(--whatsapp-optin-z,2147483000);inline-size:auto;max-inline-size:calc(100vw - 32px);border-radius:28px;padding:14px 22px;box-shadow:~shadow}
%launched %launcher[data-icon=check]{background:~surface;border-color:~line;color:~text}
%launched %launcher[data-icon=check] %icon{color:~sign}
$unseen{position:absolute;inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
$panel{position:fixed;inset:auto;z-index:var(--whatsapp-optin-z,2147483000);box-sizing:border-box;inline-size:min(400px,100vw - 16px);max-block-size:calc(100dvh - 16px);margin:0;padding:0;overflow:auto;overscroll-behavior:contain;border:1px solid ~line;border-radius:var(--whatsapp-optin-radius,16px);background:~surface;color:~text;box-shadow:~shadow;font-family:var(--whatsapp-optin-font,inherit)}
$panel[data-placed=false]{opacity:0}
$panel[data-placed=roughly]{inset-block-end:8px;inset-inline-end:8px}
$panel %card{max-inline-size:none;border:0;box-shadow:none;background:none}
$panel :is(%heading,%panel-heading){inline-size:fit-content;margin-inline-end:44px}
$panel [data-icon=check] %heading{margin-inline:auto}
$close{position:absolute;inset-block-start:8px;inset-inline-end:8px;inline-size:44px;min-block-size:44px;padding:0;border-radius:50%;color:~muted}
$close:hover{background:~tint;color:~text}
$manual-panel{display:grid;gap:12px;padding:20px}
$panel-heading{font-size:16px;font-weight:650;line-height:calc(24/16*~leading)}
$manual{display:grid;gap:8px}
$manual li{display:grid;grid-template-columns:24px minmax(0,1fr);gap:10px}
$number-sign{display:grid;place-items:center;inline-size:24px;block-size:24px;margin-block:-2px;border-radius:50%;background:~tint;color:~sign;font-size:13px;font-weight:600;line-height:1}
$message{padding:10px 12px;border:1px solid ~line;border-radius:~control;background:color-mix(in srgb,~text 4%,~surface);user-select:text;-webkit-user-select:text}
$message-label{font-size:12px;line-height:calc(18/12*~leading);color:~muted}
$panel %help{gap:0;padding:8px 0 0;border-block-start:1px solid ~line}
$echo{color:~muted;font-size:13px}
$sheet{inset:0;inline-size:100%;max-inline-size:none;margin:auto 0 0;border-end-start-radius:0;border-end-end-radius:0;border-inline:0;border-block-end:0;padding-block-end:env(safe-area-inset-bottom)}
$sheet::backdrop{background:#10201b80}
@media (min-width:560px){$sheet{inline-size:440px;margin:auto;border:1px solid ~line;border-radius:var(--whatsapp-optin-radius,16px)}}
@media (max-width:559px) and (prefers-reduced-motion:no-preference){$sheet[open]{animation:whatsapp-optin-rise .2s ease-out}}
@media (prefers-reduced-motion:reduce){$code svg{animation:none}}
@media (forced-colors:active){
^ :is(%panel,%code,%close){border:1px solid CanvasText}
$number-sign{border:1px solid CanvasText}
}
@media print{
^ :is(%choices,%help,%status,%steps,%hint,%launcher,%panel){display:none}
^{--wo-surface:#fff;--wo-text:#000;--wo-muted:#000;--wo-line:#000;--wo-shadow:none;break-inside:avoid}
$code,$qr[data-size=main] %code{flex:none;inline-size:30mm;padding:0;border:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
$code svg{animation:none}
}
@keyframes whatsapp-optin-appear{from{opacity:0}}
@keyframes whatsapp-optin-rise{from{transform:translateY(32px);opacity:0}}
`);
