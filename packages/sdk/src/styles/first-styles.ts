import { writtenOut } from './shorthand.js';

/** Tokens that differ in the dark. `--wo-lift` is the least lightness of a host's own accent there. */
const DARK =
  '--wo-surface:var(--whatsapp-optin-surface,#16201d);--wo-text:var(--whatsapp-optin-text,#eef4f1);' +
  '--wo-base:var(--whatsapp-optin-accent,#2fd39d);--wo-ink:#04241a;--wo-lift:.72;--wo-cap:1;' +
  '--wo-warn:var(--whatsapp-optin-warn,#f0bf62);--wo-focus:var(--whatsapp-optin-focus,#8ab4f8);' +
  '--wo-shadow:var(--whatsapp-optin-shadow,0 1px 2px #0008,0 8px 24px #0006);color-scheme:dark';

/** Every line and note as strong as the text; no shadow that greys an edge. */
const CONTRAST = '--wo-muted:~text;--wo-line:~text;--wo-edge:~text;--wo-shadow:none';

/** How a host writes its own text is inherited, even into a shadow root; ours is written our way. */
export const OWN_TEXT =
  'letter-spacing:normal;text-transform:none;text-indent:0;word-spacing:normal;white-space:normal;text-shadow:none;' +
  'font-style:normal;font-variant-caps:normal;font-stretch:normal;-webkit-text-fill-color:currentColor';

/**
 * The look of the card at its beginning, as far as it is seen before anyone has touched it, for a light DOM and a shadow root
 * alike: every selector is a class of ours, or `:host`.
 *
 * A host sets `--whatsapp-optin-*`; the `--wo-*` are what comes of it, and not public. A host that sets the accent alone
 * gets a hover, a tint and a legible text upon it. The outer box is as weak as an element selector, so that one class of the
 * host's beats it; its contents are stronger than a host's `.content a`.
 */
export const optInFirstStyles = writtenOut(`:host{display:block}
:host([hidden]){display:none}
^{--wo-unit:var(--whatsapp-optin-space,4px);--wo-control:var(--whatsapp-optin-radius-control,8px);--wo-leading:1;--wo-surface:var(--whatsapp-optin-surface,#fff);--wo-text:var(--whatsapp-optin-text,#10201b);--wo-base:var(--whatsapp-optin-accent,#00755f);--wo-accent:~base;--wo-ink:#fff;--wo-on-accent:var(--whatsapp-optin-on-accent,~ink);--wo-lift:0;--wo-cap:.57;--wo-sign:~accent;--wo-muted:var(--whatsapp-optin-muted,color-mix(in srgb,~text 72%,~surface));--wo-line:var(--whatsapp-optin-line,color-mix(in srgb,~text 12%,~surface));--wo-edge:var(--whatsapp-optin-line,color-mix(in srgb,~text 22%,~surface));--wo-tint:var(--whatsapp-optin-tint,color-mix(in srgb,~accent 10%,~surface));--wo-warn:var(--whatsapp-optin-warn,#8a5a00);--wo-focus:var(--whatsapp-optin-focus,#0b57d0);--wo-shadow:var(--whatsapp-optin-shadow,0 1px 2px #10201b14,0 8px 24px #10201b14);color-scheme:light;${OWN_TEXT}}
^[data-theme=contrast]{--wo-base:color-mix(in srgb,var(--whatsapp-optin-accent,#00755f) 75%,#000)}
^[data-theme=dark]{${DARK}}
@media (prefers-color-scheme:dark){^:is([data-theme=auto],[data-theme=contrast]){${DARK}}}
^[data-theme=contrast]{${CONTRAST}}
@media (prefers-contrast:more){^{${CONTRAST}}}
@supports (color:oklch(from red l c h)){^{--wo-sign:oklch(from ~accent min(l,~cap) c h);--wo-accent:oklch(from ~base max(l,~lift) c h);--wo-on-accent:var(--whatsapp-optin-on-accent,oklch(from ~accent max(clamp(0,(.57 - l)*1000,1),clamp(0,(l - .64)*2,.24)) clamp(0,(l - .64)*.4,.045) h))}}
:where(^){font-family:var(--whatsapp-optin-font,inherit);color:~text;text-align:start}
section:where(%card){display:flex;flex-wrap:wrap;gap:calc(~unit*5);box-sizing:border-box;inline-size:100%;max-inline-size:400px;margin:0;padding:clamp(calc(~unit*4),10% - 16px,calc(~unit*6));border:1px solid ~line;border-radius:var(--whatsapp-optin-radius,16px);background:~surface;box-shadow:~shadow}
section:where(%card[data-qr=aside]){max-inline-size:640px}
^ *{box-sizing:border-box}
$main{display:grid;grid-template-columns:minmax(0,1fr);gap:calc(~unit*5);flex:999 1 300px;min-inline-size:0}
$qr{display:flex;flex-wrap:wrap;flex:1 1 184px;gap:16px;align-items:center;align-content:center;padding:16px;border-radius:12px;background:color-mix(in srgb,~text 4%,~surface)}
$qr-text{flex:1 1 150px}
$code{flex:none;inline-size:120px;aspect-ratio:1;border:1px solid ~line;border-radius:12px;background:#fff;overflow:hidden}
^[dir=rtl]{--wo-leading:1.1}
^ :is(%heading,%text,%list){margin:0;padding:0;list-style:none;overflow-wrap:anywhere;font-size:14px;font-weight:400;line-height:calc(20/14*~leading)}
$icon{display:block;flex:none;inline-size:20px;block-size:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
^[dir=rtl] %icon:is([data-icon=send],[data-icon=return]){transform:scaleX(-1)}
^ bdi{white-space:nowrap;font-variant-numeric:tabular-nums}
$head{display:grid;grid-template-columns:44px minmax(0,1fr);gap:14px;align-items:start}
$mark{display:grid;place-items:center;inline-size:44px;block-size:44px;border-radius:14px;background:~tint;color:~sign}
$mark %icon{inline-size:24px;block-size:24px}
$heading{font-size:18px;line-height:calc(24/18*~leading);font-weight:650;text-wrap:balance}
^ :is(%description,%qr-caption){margin-block-start:4px;color:~muted;text-wrap:pretty}
$qr-heading{font-size:15px;font-weight:600}
$benefits{display:grid;gap:10px}
$benefit{display:grid;grid-template-columns:20px minmax(0,1fr);gap:10px;align-items:start}
$benefit %icon{color:~sign;stroke-width:2.4;padding:1px;block-size:calc(20px*~leading)}
$steps{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px;background:linear-gradient(~line,~line) no-repeat center 15px/66.7% 1px}
$step{display:grid;gap:6px;align-content:start;justify-items:center;text-align:center;font-size:13px;line-height:calc(18/13*~leading);color:~muted}
$picture{display:grid;place-items:center;inline-size:32px;block-size:32px;border-radius:50%;background:~tint;color:~sign}
$picture %icon{inline-size:18px;block-size:18px}
$choices{display:grid;gap:10px}
$control{display:flex;align-items:center;justify-content:center;gap:8px;inline-size:100%;min-block-size:48px;margin:0;padding:12px 16px;border:1px solid transparent;border-radius:~control;background:none;color:~text;font-family:inherit;font-size:16px;font-weight:500;line-height:calc(20/16*~leading);text-align:center;text-decoration:none}
$primary{background:~accent;color:~on-accent}
$secondary{border-color:~edge}
$control[aria-disabled=true]{opacity:.6}
^ :focus-visible{outline:3px solid ~focus;outline-offset:3px}
$notes{display:grid;gap:4px}
$note{font-size:12px;line-height:calc(18/12*~leading);color:~muted;text-wrap:pretty}
$status:empty{position:absolute}
`);
