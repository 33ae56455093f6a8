import { writtenOut } from './shorthand.js';

/** What is seen once someone points at the card, and in modes that few readers use. Written after `optInFirstStyles`. */
export const handStyles =
  writtenOut(`^{--wo-hover:var(--whatsapp-optin-accent-hover,color-mix(in srgb,~accent 84%,~text))}
@supports (color:oklch(from red l c h)){^{--wo-hover:var(--whatsapp-optin-accent-hover,oklch(from ~accent calc(l + clamp(-.06,(l - .57)*1000,.06)) c h))}}
$mark{border:1px solid transparent}
^[dir=rtl] %icon[data-icon=external]{transform:scaleX(-1)}
$control{cursor:pointer;transition:background-color .2s ease-out,border-color .2s ease-out,color .2s ease-out;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
$control[aria-disabled=true]{cursor:progress}
$primary:hover{background:~hover}
$secondary:hover{background:~tint;border-color:~sign}
$heading:focus-visible{border-radius:2px}
@media (prefers-reduced-motion:reduce){$control{transition:none}}
@media (forced-colors:active){
$control{border:1px solid ButtonBorder}
$primary{border:2px solid LinkText}
$control[aria-disabled=true]{opacity:1;border-color:GrayText;color:GrayText}
}
`);
