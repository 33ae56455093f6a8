import { createHash } from 'node:crypto';

/** The design's tokens and rules; no rule asks for a file. */
export const PAGE_STYLES = `
:root{color-scheme:light dark;--accent:light-dark(#00755f,#2fd39d);--on-accent:light-dark(#fff,#04241a);--page:light-dark(#f5f7f6,#0c1311);--surface:light-dark(#fff,#141d1a);--sunken:light-dark(#eef2f0,#0f1715);--text:light-dark(#10201b,#eaf1ee);--muted:light-dark(#51625c,#a0b1aa);--line:light-dark(#e0e6e3,#24312d);--edge:light-dark(#788781,#6b7d76);--focus:light-dark(#0b57d0,#8ab4f8);--warn:light-dark(#855600,#f0bf62);--danger:light-dark(#b3261e,#f79a8f);--font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif}
*{box-sizing:border-box}
body{margin:0;min-block-size:100vh;background:var(--page);color:var(--text);font:400 .875rem/1.43 var(--font)}
h1,h2,p,ul,dl,dd{margin:0;padding:0}ul{list-style:none}
button,select{font:inherit;color:inherit}a{color:inherit}bdi{unicode-bidi:isolate}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.page{max-inline-size:448px;margin-inline:auto;padding:16px 16px 24px;display:grid;gap:12px}
.page>*{min-inline-size:0}
.head{display:flex;align-items:center;gap:12px;min-block-size:44px}
.mark{display:grid;place-items:center;flex:none;inline-size:32px;block-size:32px;border-radius:8px;background:var(--accent);color:var(--on-accent);font-weight:600;font-size:.75rem}
.head b{flex:1;font-weight:600;overflow-wrap:anywhere;hyphens:auto}
.icon{inline-size:16px;block-size:16px;flex:none;vertical-align:-3px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
[dir=rtl] .flip{transform:scaleX(-1)}
h1{font:600 1.5rem/1.33 var(--font);text-wrap:balance}h2{font:600 1rem/1.5 var(--font)}
.card{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:20px}
.small{font-size:.75rem;line-height:1.33}.muted{color:var(--muted)}
.state{display:grid;grid-template-columns:40px 1fr;gap:0 12px;align-items:center}
.state>b{font:600 1rem/1.5 var(--font)}.state>b:last-child{grid-row:span 2}
.round{grid-row:span 2;inline-size:40px;block-size:40px;border-radius:50%;display:grid;place-items:center;background:var(--sunken);color:var(--muted)}
.round.on{background:color-mix(in oklab,var(--accent) 10%,var(--surface));color:var(--accent)}.round.wait{color:var(--warn)}
.round .icon{inline-size:20px;block-size:20px}
.btn{display:inline-flex;align-items:center;justify-content:center;gap:8px;min-block-size:44px;padding:0 12px;border:1px solid var(--edge);border-radius:10px;background:var(--surface);font-weight:500;text-decoration:none;text-align:center;cursor:pointer}
.btn.plain{border-color:transparent;background:none}
.btn.full{inline-size:100%;min-block-size:48px;font:600 1rem/1.5 var(--font);margin-block-start:16px}
.btn.danger{background:var(--danger);border-color:var(--danger);color:light-dark(#fff,#2b0b07)}
@media(hover:hover){.btn:not(.danger):hover{background:var(--sunken)}}
.hint{margin-block-start:8px;text-align:center}
.part{border-block-start:1px solid var(--line);margin-block-start:16px;padding-block-start:16px;display:grid;gap:8px}
.choices{display:flex;flex-wrap:wrap;gap:8px}.choices .btn{flex:1 1 auto;padding:0 8px;white-space:nowrap}
.choose{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:12px}
.choose label{flex:1 1 130px}.choose label b{display:block}.pick{display:flex;gap:8px;min-inline-size:0}
select{field-sizing:content;flex:0 1 auto;min-inline-size:0;min-block-size:44px;padding:0 8px;border:1px solid var(--edge);border-radius:10px;background:var(--surface);font-weight:500}
b,strong{font-weight:600}
dl{display:grid;margin-block-start:8px}
dl div{display:flex;justify-content:space-between;gap:16px;padding-block:8px;border-block-start:1px solid var(--line)}dl div:first-child{border:0}
dt{color:var(--muted)}dd{text-align:end;font-weight:500;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.acts{padding:4px 20px}
.acts>a{display:grid;grid-template-columns:20px 1fr 16px;gap:0 12px;align-items:center;min-block-size:60px;padding:8px 0;text-decoration:none}
.acts>a+a{border-block-start:1px solid var(--line)}.acts b{font-weight:500;display:block}
.acts .icon{color:var(--muted);inline-size:20px;block-size:20px}.acts .icon:last-child{inline-size:16px;block-size:16px}
.acts .erase .icon:first-child,.acts .erase b{color:var(--danger)}
.ask{border-color:var(--danger)}.ask p{margin-block-start:8px}.ask .btn+.btn,.ask form+.btn{margin-block-start:12px}
.quote{margin-block-start:4px;padding-inline-start:12px;border-inline-start:2px solid var(--line);overflow-wrap:anywhere;white-space:pre-line}
.foot{text-align:center;padding:4px 12px;text-wrap:balance}.phone{white-space:nowrap;font-variant-numeric:tabular-nums}
:lang(ar) body,:lang(ur) body{line-height:1.6}:lang(ar) .small,:lang(ur) .small{line-height:1.5}:lang(ar) h1,:lang(ur) h1{line-height:1.5}
`;

/** Source of these styles for a `style-src`. */
export const PAGE_STYLES_SOURCE = `'sha256-${createHash('sha256').update(PAGE_STYLES).digest('base64')}'`;
