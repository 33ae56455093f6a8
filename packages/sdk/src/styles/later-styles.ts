import { optInDisplayStyles } from './display-styles.js';

const LATER = `.whatsapp-optin .whatsapp-optin-step[aria-current]{border-color:var(--wo-sign);background:var(--wo-tint);color:var(--wo-text);font-weight:500}
.whatsapp-optin .whatsapp-optin-step[aria-current] .whatsapp-optin-picture{background:var(--wo-accent);color:var(--wo-on-accent)}
.whatsapp-optin .whatsapp-optin-status{display:flex;gap:14px;align-items:center;padding:14px 16px;border:1px solid transparent;border-radius:12px;background:var(--wo-tint);color:var(--wo-text)}
.whatsapp-optin .whatsapp-optin-dot{flex:none;inline-size:10px;block-size:10px;margin:5px;border-radius:50%;background:currentColor;color:var(--wo-sign);box-shadow:0 0 0 3px var(--wo-surface),0 0 0 5px color-mix(in srgb,currentColor 45%,transparent)}
.whatsapp-optin .whatsapp-optin-status[data-tone=info]{background:color-mix(in srgb,var(--wo-text) 5%,var(--wo-surface))}
.whatsapp-optin .whatsapp-optin-status[data-tone=info] .whatsapp-optin-dot{color:var(--wo-muted)}
.whatsapp-optin .whatsapp-optin-status:is([data-tone=warning],[data-tone=error]){background:color-mix(in srgb,var(--wo-warn) 10%,var(--wo-surface))}
.whatsapp-optin .whatsapp-optin-status:is([data-tone=warning],[data-tone=error]) .whatsapp-optin-dot{color:var(--wo-warn)}
.whatsapp-optin .whatsapp-optin-help{display:grid;gap:4px;padding-block-start:16px;border-block-start:1px solid var(--wo-line)}
.whatsapp-optin .whatsapp-optin-row{justify-content:start;gap:12px;min-block-size:44px;padding:4px 8px;border:0;font-size:14px;font-weight:400;text-align:start}
.whatsapp-optin .whatsapp-optin-row:hover{background:var(--wo-tint)}
.whatsapp-optin .whatsapp-optin-row .whatsapp-optin-icon{color:var(--wo-muted)}
.whatsapp-optin:not([data-state=waiting]) .whatsapp-optin-help{padding:0;border:0}
.whatsapp-optin .whatsapp-optin-row[data-action=restart]{justify-content:center;gap:8px;min-block-size:48px;padding:12px 16px;border:1px solid var(--wo-edge);font-size:16px;font-weight:500}
.whatsapp-optin[data-icon=clock] .whatsapp-optin-row[data-action=restart]{border-color:transparent;background:var(--wo-accent);color:var(--wo-on-accent)}
.whatsapp-optin[data-icon=clock] .whatsapp-optin-row[data-action=restart]:hover{background:var(--wo-hover)}
.whatsapp-optin .whatsapp-optin-row[data-action=restart] .whatsapp-optin-icon{color:inherit}
.whatsapp-optin[data-icon=check] .whatsapp-optin-head{grid-template-columns:minmax(0,1fr);justify-items:center;gap:20px}
.whatsapp-optin[data-icon=check] .whatsapp-optin-main{justify-items:center;text-align:center}
.whatsapp-optin[data-icon=check] .whatsapp-optin-note{text-wrap:balance}
.whatsapp-optin[data-icon=check] .whatsapp-optin-mark{inline-size:56px;block-size:56px;border-radius:50%;background:var(--wo-accent);color:var(--wo-on-accent)}
.whatsapp-optin[data-icon=check] .whatsapp-optin-mark .whatsapp-optin-icon{inline-size:28px;block-size:28px;stroke-width:2.4}
.whatsapp-optin .whatsapp-optin-status[data-tone=success]{display:inline-flex;gap:8px;padding:6px 12px;border-color:var(--wo-line);border-radius:18px;background:none;font-size:13px;line-height:calc(18px*var(--wo-leading))}
.whatsapp-optin .whatsapp-optin-status[data-tone=success] .whatsapp-optin-dot{inline-size:8px;block-size:8px;margin:4px}
.whatsapp-optin:is([data-icon=clock],[data-icon=alert]) .whatsapp-optin-mark{background:color-mix(in srgb,var(--wo-warn) 12%,var(--wo-surface));color:var(--wo-warn)}
.whatsapp-optin[data-icon=no] .whatsapp-optin-mark{background:color-mix(in srgb,var(--wo-text) 7%,var(--wo-surface));color:var(--wo-muted)}
@media (prefers-reduced-motion:no-preference) and (forced-colors:none){
.whatsapp-optin .whatsapp-optin-status[data-tone=busy] .whatsapp-optin-dot{animation:whatsapp-optin-breathe 2.4s ease-in-out infinite}
.whatsapp-optin[data-icon=check] .whatsapp-optin-mark path{stroke-dasharray:20;animation:whatsapp-optin-draw .4s ease-out}
}
@media (forced-colors:active){
.whatsapp-optin .whatsapp-optin-step[aria-current]{border:3px solid Highlight}
.whatsapp-optin .whatsapp-optin-status{border-color:CanvasText}
.whatsapp-optin .whatsapp-optin-dot{forced-color-adjust:none;background:Highlight;box-shadow:none;animation:none}
.whatsapp-optin :is(.whatsapp-optin-benefit,.whatsapp-optin-row) .whatsapp-optin-icon{color:inherit}
}
@keyframes whatsapp-optin-breathe{50%{box-shadow:0 0 0 4px var(--wo-surface),0 0 0 7px color-mix(in srgb,currentColor 20%,transparent)}}
@keyframes whatsapp-optin-draw{from{stroke-dashoffset:20}}
`;

/** What comes after the first paint: waiting, connected, over, help, and the other displays. Written to the rules of `optInFirstStyles`, which it follows. */
export const optInLaterStyles = LATER + optInDisplayStyles;
