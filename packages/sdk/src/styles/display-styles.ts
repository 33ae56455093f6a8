/**
 * The displays beside the card, the QR, the panels and the printed ticket. Written to the rules of `optInFirstStyles`, after
 * `optInLaterStyles`. A panel stands in the top layer, so that nothing of the host's page clips or covers it.
 */
export const optInDisplayStyles = `.whatsapp-optin .whatsapp-optin-hint{padding-inline-start:12px;border-inline-start:3px solid var(--wo-warn);color:var(--wo-text)}
.whatsapp-optin .whatsapp-optin-qr-heading{font-size:15px;font-weight:600}
.whatsapp-optin .whatsapp-optin-qr-caption{margin-block-start:4px;color:var(--wo-muted);text-wrap:pretty}
.whatsapp-optin .whatsapp-optin-qr[data-size=main]{flex-direction:column;align-items:center;text-align:center}
.whatsapp-optin .whatsapp-optin-qr[data-size=main] .whatsapp-optin-qr-text{flex:none}
.whatsapp-optin .whatsapp-optin-qr[data-size=main] .whatsapp-optin-code{inline-size:min(100%,var(--whatsapp-optin-qr-size,232px))}
.whatsapp-optin .whatsapp-optin-code svg{display:block;inline-size:100%;block-size:100%;fill:#000;forced-color-adjust:none;animation:whatsapp-optin-appear .2s ease-out}
.whatsapp-optin[data-display=bar]{max-inline-size:none;padding:12px 16px}
.whatsapp-optin[data-display=bar] .whatsapp-optin-main{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;text-align:start}
.whatsapp-optin[data-display=bar] .whatsapp-optin-head{flex:1 0 min(240px,100%);align-items:center;grid-template-columns:44px minmax(0,1fr);justify-items:start;gap:14px;text-align:start}
.whatsapp-optin[data-display=bar] .whatsapp-optin-mark{inline-size:44px;block-size:44px}
.whatsapp-optin[data-display=bar] .whatsapp-optin-heading{font-size:16px;line-height:calc(20px*var(--wo-leading))}
.whatsapp-optin[data-display=bar] .whatsapp-optin-description{margin-block-start:0}
.whatsapp-optin[data-display=bar] :is(.whatsapp-optin-choices,.whatsapp-optin-help){display:flex;flex-wrap:wrap;flex:0 1 auto;gap:8px;padding:0;border:0}
.whatsapp-optin[data-display=bar] :is(.whatsapp-optin-choices,.whatsapp-optin-help) .whatsapp-optin-control{inline-size:auto;flex:1 1 auto;min-block-size:44px;padding:8px 16px;border:1px solid var(--wo-edge);font-size:15px;font-weight:500}
.whatsapp-optin[data-display=bar] .whatsapp-optin-choices .whatsapp-optin-primary{border-color:transparent}
.whatsapp-optin[data-display=bar] .whatsapp-optin-help li{display:flex;flex:1 1 auto}
.whatsapp-optin[data-display=bar] .whatsapp-optin-row .whatsapp-optin-icon{color:inherit}
.whatsapp-optin[data-display=bar] .whatsapp-optin-status:not(:empty){flex:0 1 auto;gap:8px;padding:6px 12px;border-radius:18px;font-size:13px;line-height:calc(18px*var(--wo-leading))}
.whatsapp-optin[data-display=bar] .whatsapp-optin-hint{flex:1 1 100%}
.whatsapp-optin[data-display=bar] .whatsapp-optin-notes{display:block;flex:1 1 100%;font-size:12px;line-height:calc(18px*var(--wo-leading))}
.whatsapp-optin[data-display=bar] .whatsapp-optin-note{display:inline;text-align:start}
.whatsapp-optin[data-display=button]{max-inline-size:400px;padding:0;border:0;border-radius:var(--wo-control);background:none;box-shadow:none}
.whatsapp-optin[data-display=button] .whatsapp-optin-main{gap:8px}
.whatsapp-optin[data-display=button] .whatsapp-optin-help{padding:4px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface)}
.whatsapp-optin[data-display=button] .whatsapp-optin-help:has([data-action=restart]){padding:0;border:0;border-radius:var(--wo-control)}
.whatsapp-optin[data-display=button] .whatsapp-optin-status:not(:empty){background:var(--wo-surface);border-color:var(--wo-line)}
.whatsapp-optin[data-display=kiosk]{max-inline-size:960px;padding:clamp(24px,6%,64px)}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-main{gap:32px;justify-items:center;text-align:center}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-head{grid-template-columns:minmax(0,1fr);justify-items:center;gap:20px}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-mark{inline-size:72px;block-size:72px;border-radius:24px}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-mark .whatsapp-optin-icon{inline-size:40px;block-size:40px}
.whatsapp-optin[data-display=kiosk][data-icon=check] .whatsapp-optin-mark{inline-size:112px;block-size:112px;border-radius:50%}
.whatsapp-optin[data-display=kiosk][data-icon=check] .whatsapp-optin-mark .whatsapp-optin-icon{inline-size:56px;block-size:56px}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-heading{font-size:clamp(28px,5vmin,48px);line-height:calc(1.2*var(--wo-leading))}
.whatsapp-optin[data-display=kiosk] :is(.whatsapp-optin-description,.whatsapp-optin-qr-caption){font-size:clamp(18px,2.6vmin,26px);line-height:calc(1.4*var(--wo-leading))}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-qr{gap:20px}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-code{inline-size:min(100%,var(--whatsapp-optin-qr-size,clamp(240px,44vmin,440px)))}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-qr-heading{font-size:clamp(20px,3.2vmin,32px);line-height:calc(1.3*var(--wo-leading))}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-status{font-size:clamp(18px,2.6vmin,26px);line-height:calc(1.4*var(--wo-leading))}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-note{font-size:clamp(15px,2vmin,20px);line-height:calc(1.5*var(--wo-leading));text-wrap:balance}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-help{inline-size:min(100%,420px);padding:0;border:0}
.whatsapp-optin[data-display=kiosk] .whatsapp-optin-row[data-action=restart]{min-block-size:72px;font-size:22px;line-height:calc(1.3*var(--wo-leading))}
.whatsapp-optin[data-display=print]{--wo-surface:#fff;--wo-text:#000;--wo-muted:#000;--wo-line:#000;max-inline-size:320px;border-style:dashed;border-radius:0;box-shadow:none;color-scheme:light}
.whatsapp-optin[data-display=print] .whatsapp-optin-main{gap:12px;text-align:center;justify-items:center}
.whatsapp-optin[data-display=print] .whatsapp-optin-head{grid-template-columns:minmax(0,1fr)}
.whatsapp-optin[data-display=print] .whatsapp-optin-mark{display:none}
.whatsapp-optin[data-display=print] .whatsapp-optin-code{inline-size:max(20mm,min(100%,40mm));padding:0;border:0;border-radius:0}
.whatsapp-optin[data-display=print] .whatsapp-optin-note{text-wrap:balance}
:where(.whatsapp-optin-launched){display:block}
.whatsapp-optin-launched[data-display=sheet] .whatsapp-optin-launcher{max-inline-size:400px}
.whatsapp-optin-launched[data-display=floating] .whatsapp-optin-launcher{position:fixed;inset-block-end:max(16px,env(safe-area-inset-bottom));inset-inline-end:16px;z-index:var(--whatsapp-optin-z,2147483000);inline-size:auto;max-inline-size:calc(100vw - 32px);border-radius:28px;padding:14px 22px;box-shadow:var(--wo-shadow)}
.whatsapp-optin-launched .whatsapp-optin-launcher[data-icon=check]{background:var(--wo-surface);border-color:var(--wo-line);color:var(--wo-text)}
.whatsapp-optin-launched .whatsapp-optin-launcher[data-icon=check] .whatsapp-optin-icon{color:var(--wo-sign)}
.whatsapp-optin .whatsapp-optin-unseen{position:absolute;inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
.whatsapp-optin .whatsapp-optin-panel{position:fixed;inset:auto;z-index:var(--whatsapp-optin-z,2147483000);box-sizing:border-box;inline-size:min(400px,100vw - 16px);max-block-size:calc(100dvh - 16px);margin:0;padding:0;overflow:auto;overscroll-behavior:contain;border:1px solid var(--wo-line);border-radius:var(--whatsapp-optin-radius,16px);background:var(--wo-surface);color:var(--wo-text);box-shadow:var(--wo-shadow);font-family:var(--whatsapp-optin-font,inherit)}
.whatsapp-optin .whatsapp-optin-panel[data-placed=false]{opacity:0}
.whatsapp-optin .whatsapp-optin-panel[data-placed=roughly]{inset-block-end:8px;inset-inline-end:8px}
.whatsapp-optin .whatsapp-optin-panel .whatsapp-optin-card{max-inline-size:none;border:0;box-shadow:none;background:none}
.whatsapp-optin .whatsapp-optin-panel:not(.whatsapp-optin-manual-panel) .whatsapp-optin-heading{padding-inline-end:40px}
.whatsapp-optin[data-icon=check] .whatsapp-optin-panel .whatsapp-optin-heading{padding-inline:40px}
.whatsapp-optin .whatsapp-optin-close{position:absolute;inset-block-start:8px;inset-inline-end:8px;inline-size:44px;min-block-size:44px;padding:0;border-radius:50%;color:var(--wo-muted)}
.whatsapp-optin .whatsapp-optin-close:hover{background:var(--wo-tint);color:var(--wo-text)}
.whatsapp-optin .whatsapp-optin-manual-panel{display:grid;gap:12px;padding:20px}
.whatsapp-optin .whatsapp-optin-panel-heading{padding-inline-end:40px;font-size:16px;font-weight:650;line-height:calc(24px*var(--wo-leading))}
.whatsapp-optin .whatsapp-optin-manual{display:grid;gap:8px;counter-reset:whatsapp-optin}
.whatsapp-optin .whatsapp-optin-manual li{display:grid;grid-template-columns:24px minmax(0,1fr);gap:10px;counter-increment:whatsapp-optin}
.whatsapp-optin .whatsapp-optin-number-sign{display:grid;place-items:center;inline-size:24px;block-size:24px;margin-block:-2px;border-radius:50%;background:var(--wo-tint);color:var(--wo-sign);font-size:13px;font-weight:600;line-height:1}
.whatsapp-optin .whatsapp-optin-message{padding:10px 12px;border:1px solid var(--wo-line);border-radius:var(--wo-control);background:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface));user-select:text;-webkit-user-select:text}
.whatsapp-optin .whatsapp-optin-message-label{font-size:12px;line-height:calc(18px*var(--wo-leading));color:var(--wo-muted)}
.whatsapp-optin .whatsapp-optin-panel .whatsapp-optin-help{gap:0;padding:8px 0 0;border-block-start:1px solid var(--wo-line)}
.whatsapp-optin .whatsapp-optin-echo{color:var(--wo-muted);font-size:13px}
.whatsapp-optin .whatsapp-optin-sheet{inset:0;inline-size:100%;max-inline-size:none;margin:auto 0 0;border-end-start-radius:0;border-end-end-radius:0;border-inline:0;border-block-end:0;padding-block-end:env(safe-area-inset-bottom)}
.whatsapp-optin .whatsapp-optin-sheet::backdrop{background:#10201b80}
@media (min-width:560px){.whatsapp-optin .whatsapp-optin-sheet{inline-size:440px;margin:auto;border:1px solid var(--wo-line);border-radius:var(--whatsapp-optin-radius,16px)}}
@media (max-width:559px) and (prefers-reduced-motion:no-preference){.whatsapp-optin .whatsapp-optin-sheet[open]{animation:whatsapp-optin-rise .2s ease-out}}
@media (prefers-reduced-motion:reduce){.whatsapp-optin .whatsapp-optin-code svg{animation:none}}
@media (forced-colors:active){
.whatsapp-optin :is(.whatsapp-optin-panel,.whatsapp-optin-code,.whatsapp-optin-close){border:1px solid CanvasText}
.whatsapp-optin .whatsapp-optin-number-sign{border:1px solid CanvasText}
}
@media print{
.whatsapp-optin :is(.whatsapp-optin-choices,.whatsapp-optin-help,.whatsapp-optin-status,.whatsapp-optin-steps,.whatsapp-optin-hint,.whatsapp-optin-launcher,.whatsapp-optin-panel){display:none}
.whatsapp-optin{--wo-surface:#fff;--wo-text:#000;--wo-muted:#000;--wo-line:#000;--wo-shadow:none;break-inside:avoid}
.whatsapp-optin .whatsapp-optin-code,.whatsapp-optin .whatsapp-optin-qr[data-size=main] .whatsapp-optin-code{flex:none;inline-size:30mm;padding:0;border:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.whatsapp-optin .whatsapp-optin-code svg{animation:none}
}
@keyframes whatsapp-optin-appear{from{opacity:0}}
@keyframes whatsapp-optin-rise{from{transform:translateY(32px);opacity:0}}
`;
