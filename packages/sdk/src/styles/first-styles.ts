/** Tokens that differ in the dark. `--wo-lift` is the least lightness of a host's own accent there. */
const DARK =
  '--wo-surface:var(--whatsapp-optin-surface,#16201d);--wo-text:var(--whatsapp-optin-text,#eef4f1);' +
  '--wo-base:var(--whatsapp-optin-accent,#2fd39d);--wo-ink:#04241a;--wo-lift:.72;--wo-cap:1;--wo-shade:#fff;' +
  '--wo-warn:var(--whatsapp-optin-warn,#f0bf62);--wo-focus:var(--whatsapp-optin-focus,#8ab4f8);' +
  '--wo-shadow:var(--whatsapp-optin-shadow,0 1px 2px #0008,0 8px 24px #0006);color-scheme:dark';

/** Every line and note as strong as the text; no shadow that greys an edge. */
const CONTRAST = '--wo-muted:var(--wo-text);--wo-line:var(--wo-text);--wo-edge:var(--wo-text);--wo-shadow:none';

/**
 * The look of the card at its beginning, for a light DOM and a shadow root alike: every selector is a class of ours, or `:host`.
 *
 * A host sets `--whatsapp-optin-*`; the `--wo-*` are what comes of it, and not public. A host that sets the accent alone
 * gets a hover, a tint and a legible text upon it. The outer box is as weak as an element selector, so that one class of the
 * host's beats it; its contents are stronger than a host's `.content a`.
 *
 * The text has none of the characters that HTML escapes (`& < > " '`): React 18 and 19 both write it into `<style>` as it is.
 */
export const optInFirstStyles = `:host{display:block}
:host([hidden]){display:none}
.whatsapp-optin{--wo-unit:var(--whatsapp-optin-space,4px);--wo-control:var(--whatsapp-optin-radius-control,8px);--wo-leading:1;--wo-surface:var(--whatsapp-optin-surface,#fff);--wo-text:var(--whatsapp-optin-text,#10201b);--wo-base:var(--whatsapp-optin-accent,#00755f);--wo-accent:var(--wo-base);--wo-ink:#fff;--wo-on-accent:var(--whatsapp-optin-on-accent,var(--wo-ink));--wo-lift:0;--wo-cap:.57;--wo-sign:var(--wo-accent);--wo-shade:#000;--wo-hover:var(--whatsapp-optin-accent-hover,color-mix(in srgb,var(--wo-accent) 84%,var(--wo-shade)));--wo-muted:var(--whatsapp-optin-muted,color-mix(in srgb,var(--wo-text) 72%,var(--wo-surface)));--wo-line:var(--whatsapp-optin-line,color-mix(in srgb,var(--wo-text) 12%,var(--wo-surface)));--wo-edge:var(--whatsapp-optin-line,color-mix(in srgb,var(--wo-text) 22%,var(--wo-surface)));--wo-tint:var(--whatsapp-optin-tint,color-mix(in srgb,var(--wo-accent) 10%,var(--wo-surface)));--wo-warn:var(--whatsapp-optin-warn,#8a5a00);--wo-focus:var(--whatsapp-optin-focus,#0b57d0);--wo-shadow:var(--whatsapp-optin-shadow,0 1px 2px #10201b14,0 8px 24px #10201b14);color-scheme:light}
.whatsapp-optin[data-theme=contrast]{--wo-base:color-mix(in srgb,var(--whatsapp-optin-accent,#00755f) 75%,#000)}
.whatsapp-optin[data-theme=dark]{${DARK}}
@media (prefers-color-scheme:dark){.whatsapp-optin:is([data-theme=auto],[data-theme=contrast]){${DARK}}}
.whatsapp-optin[data-theme=contrast]{${CONTRAST}}
@media (prefers-contrast:more){.whatsapp-optin{${CONTRAST}}}
@supports (color:oklch(from red l c h)){.whatsapp-optin{--wo-sign:oklch(from var(--wo-accent) min(l,var(--wo-cap)) c h);--wo-accent:oklch(from var(--wo-base) max(l,var(--wo-lift)) c h);--wo-on-accent:var(--whatsapp-optin-on-accent,oklch(from var(--wo-accent) max(clamp(0,(.57 - l)*1000,1),clamp(0,(l - .64)*2,.24)) clamp(0,(l - .64)*.4,.045) h));--wo-hover:var(--whatsapp-optin-accent-hover,oklch(from var(--wo-accent) calc(l + clamp(-.06,(l - .57)*1000,.06)) c h))}}
:where(.whatsapp-optin-inline){display:grid;gap:8px}
:where(.whatsapp-optin){font-family:var(--whatsapp-optin-font,inherit);color:var(--wo-text);text-align:start}
section:where(.whatsapp-optin-card){box-sizing:border-box;display:flex;flex-wrap:wrap;gap:calc(var(--wo-unit)*5);inline-size:100%;max-inline-size:400px;margin:0;padding:clamp(calc(var(--wo-unit)*4),10% - 16px,calc(var(--wo-unit)*6));border:1px solid var(--wo-line);border-radius:var(--whatsapp-optin-radius,16px);background:var(--wo-surface);box-shadow:var(--wo-shadow)}
section:where(.whatsapp-optin-card[data-qr=aside]){max-inline-size:640px}
.whatsapp-optin .whatsapp-optin-main{display:grid;grid-template-columns:minmax(0,1fr);gap:calc(var(--wo-unit)*5);flex:999 1 300px;min-inline-size:0}
.whatsapp-optin .whatsapp-optin-qr{display:flex;flex-wrap:wrap;flex:1 1 184px;gap:16px;align-items:center;align-content:center}
.whatsapp-optin .whatsapp-optin-qr:not([data-size=main]){padding:16px;border-radius:12px;background:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface))}
.whatsapp-optin .whatsapp-optin-qr-text{flex:1 1 150px}
.whatsapp-optin .whatsapp-optin-code{flex:none;inline-size:120px;aspect-ratio:1;border:1px solid var(--wo-line);border-radius:12px;background:#fff;overflow:hidden}
.whatsapp-optin,.whatsapp-optin *{box-sizing:border-box;letter-spacing:normal;text-transform:none;text-indent:0;word-spacing:normal;white-space:normal;text-shadow:none;font-variant-caps:normal;font-stretch:normal;-webkit-text-fill-color:currentColor}
.whatsapp-optin[dir=rtl]{--wo-leading:1.1}
.whatsapp-optin :is(.whatsapp-optin-heading,.whatsapp-optin-text,.whatsapp-optin-list){margin:0;padding:0;border:0;background:none;list-style:none;overflow-wrap:anywhere;font-family:inherit;font-size:14px;font-style:normal;font-weight:400;line-height:calc(20px*var(--wo-leading));color:inherit;max-inline-size:none}
.whatsapp-optin .whatsapp-optin-icon{display:block;flex:none;inline-size:20px;block-size:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.whatsapp-optin[dir=rtl] .whatsapp-optin-icon:is([data-icon=external],[data-icon=send],[data-icon=return]){transform:scaleX(-1)}
.whatsapp-optin bdi{unicode-bidi:isolate;white-space:nowrap;font-variant-numeric:tabular-nums}
.whatsapp-optin .whatsapp-optin-head{display:grid;grid-template-columns:44px minmax(0,1fr);gap:14px;align-items:start}
.whatsapp-optin .whatsapp-optin-mark{display:grid;place-items:center;inline-size:44px;block-size:44px;border:1px solid transparent;border-radius:14px;background:var(--wo-tint);color:var(--wo-sign)}
.whatsapp-optin .whatsapp-optin-mark .whatsapp-optin-icon{inline-size:24px;block-size:24px}
.whatsapp-optin .whatsapp-optin-heading{font-size:18px;line-height:calc(24px*var(--wo-leading));font-weight:650;text-wrap:balance}
.whatsapp-optin .whatsapp-optin-description{margin-block-start:4px;color:var(--wo-muted);text-wrap:pretty}
.whatsapp-optin .whatsapp-optin-benefits{display:grid;gap:10px}
.whatsapp-optin .whatsapp-optin-benefit{display:grid;grid-template-columns:20px minmax(0,1fr);gap:10px;align-items:start}
.whatsapp-optin .whatsapp-optin-benefit .whatsapp-optin-icon{color:var(--wo-sign);stroke-width:2.4;padding:1px;block-size:calc(20px*var(--wo-leading))}
.whatsapp-optin .whatsapp-optin-steps{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px}
.whatsapp-optin .whatsapp-optin-step{display:grid;gap:6px;align-content:start;justify-items:center;padding:12px 6px;border:1px solid var(--wo-line);border-radius:12px;text-align:center;font-size:13px;line-height:calc(18px*var(--wo-leading));color:var(--wo-muted)}
.whatsapp-optin .whatsapp-optin-picture{display:grid;place-items:center;inline-size:32px;block-size:32px;border-radius:50%;background:var(--wo-tint);color:var(--wo-sign)}
.whatsapp-optin .whatsapp-optin-picture .whatsapp-optin-icon{inline-size:18px;block-size:18px}
.whatsapp-optin:not([data-state=waiting]) .whatsapp-optin-steps{background:linear-gradient(var(--wo-line),var(--wo-line)) no-repeat center 15px/66.7% 1px}
.whatsapp-optin:not([data-state=waiting]) .whatsapp-optin-step{padding:0;border:0}
.whatsapp-optin .whatsapp-optin-choices{display:grid;gap:10px}
.whatsapp-optin .whatsapp-optin-control{display:flex;align-items:center;justify-content:center;gap:8px;inline-size:100%;min-block-size:48px;margin:0;padding:12px 16px;border:1px solid transparent;border-radius:var(--wo-control);background:none;color:var(--wo-text);font-family:inherit;font-size:16px;font-style:normal;font-weight:500;line-height:calc(20px*var(--wo-leading));text-align:center;text-decoration:none;cursor:pointer;transition:background-color .2s ease-out,border-color .2s ease-out,color .2s ease-out;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
.whatsapp-optin .whatsapp-optin-primary{background:var(--wo-accent);color:var(--wo-on-accent)}
.whatsapp-optin .whatsapp-optin-primary:hover{background:var(--wo-hover)}
.whatsapp-optin .whatsapp-optin-secondary{border-color:var(--wo-edge)}
.whatsapp-optin .whatsapp-optin-secondary:hover{background:var(--wo-tint);border-color:var(--wo-sign)}
.whatsapp-optin .whatsapp-optin-control[aria-disabled=true]{cursor:progress;opacity:.6}
.whatsapp-optin :focus-visible{outline:3px solid var(--wo-focus);outline-offset:3px}
.whatsapp-optin .whatsapp-optin-heading:focus-visible{border-radius:2px}
.whatsapp-optin .whatsapp-optin-notes{display:grid;gap:4px}
.whatsapp-optin .whatsapp-optin-note{font-size:12px;line-height:calc(18px*var(--wo-leading));color:var(--wo-muted);text-wrap:pretty}
.whatsapp-optin .whatsapp-optin-status:empty{position:absolute;inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
@media (prefers-reduced-motion:reduce){.whatsapp-optin .whatsapp-optin-control{transition:none}}
@media (forced-colors:active){
.whatsapp-optin .whatsapp-optin-control{border:1px solid ButtonBorder}
.whatsapp-optin .whatsapp-optin-primary{border:2px solid LinkText}
.whatsapp-optin .whatsapp-optin-control[aria-disabled=true]{opacity:1;border-color:GrayText;color:GrayText}
}
`;
