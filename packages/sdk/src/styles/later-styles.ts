import { displayStyles } from './display-styles.js';
import { handStyles } from './hand-styles.js';
import { writtenOut } from './shorthand.js';

const LATER = writtenOut(`^[data-state=waiting] %steps{background:none}
^[data-state=waiting] %step{padding:12px 6px;border:1px solid ~line;border-radius:12px}
$step[aria-current]{border-color:~sign;background:~tint;color:~text;font-weight:500}
$step[aria-current] %picture{background:~accent;color:~on-accent}
$status{display:flex;gap:14px;align-items:center;padding:14px 16px;border:1px solid transparent;border-radius:12px;background:~tint;color:~text}
$status:empty{inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
$dot{flex:none;inline-size:10px;block-size:10px;margin:5px;border-radius:50%;background:currentColor;color:~sign;box-shadow:0 0 0 3px ~surface,0 0 0 5px color-mix(in srgb,currentColor 45%,transparent)}
$status[data-tone=info]{background:color-mix(in srgb,~text 5%,~surface)}
$status[data-tone=info] %dot{color:~muted}
$status:is([data-tone=warning],[data-tone=error]){background:color-mix(in srgb,~warn 10%,~surface)}
$status:is([data-tone=warning],[data-tone=error]) %dot{color:~warn}
$help{display:grid;gap:4px;padding-block-start:16px;border-block-start:1px solid ~line}
$row{justify-content:start;gap:12px;min-block-size:44px;padding:4px 8px;border:0;font-size:14px;font-weight:400;text-align:start}
$row:hover{background:~tint}
$row %icon{color:~muted}
^:not([data-state=waiting]) %help{padding:0;border:0}
$row[data-action=restart]{justify-content:center;gap:8px;min-block-size:48px;padding:12px 16px;border:1px solid ~edge;font-size:16px;font-weight:500}
^[data-icon=clock] %row[data-action=restart]{border-color:transparent;background:~accent;color:~on-accent}
^[data-icon=clock] %row[data-action=restart]:hover{background:~hover}
$row[data-action=restart] %icon{color:inherit}
^[data-icon=check] %head{grid-template-columns:minmax(0,1fr);justify-items:center;gap:20px}
^[data-icon=check] %main{justify-items:center;text-align:center}
^[data-icon=check] %note{text-wrap:balance}
^[data-icon=check] %mark{inline-size:56px;block-size:56px;border-radius:50%;background:~accent;color:~on-accent}
^[data-icon=check] %mark %icon{inline-size:28px;block-size:28px;stroke-width:2.4}
$status[data-tone=success]{display:inline-flex;gap:8px;padding:6px 12px;border-color:~line;border-radius:18px;background:none;font-size:13px;line-height:calc(18/13*~leading)}
$status[data-tone=success] %dot{inline-size:8px;block-size:8px;margin:4px}
^:is([data-icon=clock],[data-icon=alert]) %mark{background:color-mix(in srgb,~warn 12%,~surface);color:~warn}
^[data-icon=no] %mark{background:color-mix(in srgb,~text 7%,~surface);color:~muted}
@media (prefers-reduced-motion:no-preference) and (forced-colors:none){
$status[data-tone=busy] %dot{animation:whatsapp-optin-breathe 2.4s ease-in-out infinite}
^[data-icon=check] %mark path{stroke-dasharray:20;animation:whatsapp-optin-draw .4s ease-out}
}
@media (forced-colors:active){
$step[aria-current]{border:3px solid Highlight}
$status{border-color:CanvasText}
$dot{forced-color-adjust:none;background:Highlight;box-shadow:none;animation:none}
^ :is(%benefit,%row) %icon{color:inherit}
}
@keyframes whatsapp-optin-breathe{50%{box-shadow:0 0 0 4px ~surface,0 0 0 7px color-mix(in srgb,currentColor 20%,transparent)}}
@keyframes whatsapp-optin-draw{from{stroke-dashoffset:20}}
`);

/** What comes after the first paint: the hand, waiting, connected, over, help, and the other displays. */
export const optInLaterStyles = handStyles + LATER + displayStyles;
