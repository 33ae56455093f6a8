/** The page around the dashboards: navigation at the side, above them where the window is narrow. */
export const consoleStyles = `
.woa-console.woa{grid-template-columns:232px minmax(0,1fr);gap:0;min-block-size:100vh;background:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface))}
.woa .woa-side{display:grid;grid-template-rows:max-content 1fr max-content;gap:20px;align-content:start;position:sticky;inset-block-start:0;block-size:100vh;padding:24px 16px;border-inline-end:1px solid var(--wo-line);background:var(--wo-surface);overflow:auto}
.woa .woa-side-name{display:grid;gap:2px;padding-inline:10px;overflow-wrap:anywhere}
.woa .woa-side-foot{display:grid;gap:8px}
.woa .woa-side-foot .woa-input{inline-size:100%}
.woa .woa-side-foot .woa-filter{display:grid}
.woa .woa-nav{display:flex;gap:8px;align-items:center;justify-content:space-between;min-block-size:36px;padding:8px 10px;border-radius:8px;color:var(--wo-text);text-decoration:none}
.woa .woa-nav:hover{background:var(--wo-press)}
.woa .woa-nav[aria-current]{background:var(--wo-tint);font-weight:600}
.woa .woa-count{min-inline-size:20px;padding:0 6px;border-radius:10px;background:var(--wo-accent);color:var(--wo-on-accent);font-size:12px;line-height:20px;text-align:center;font-weight:600}
.woa .woa-content{padding:32px;max-inline-size:1440px;min-inline-size:0}
.woa .woa-content:focus-visible{outline:none}
.woa .woa-skip{position:absolute;inset-block-start:8px;inset-inline-start:8px;z-index:3;padding:8px 12px;border-radius:8px;background:var(--wo-accent);color:var(--wo-on-accent)}
.woa .woa-skip:not(:focus){inline-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.woa-sign-in.woa{place-items:center;align-content:center;min-block-size:100vh;padding:16px;background:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface))}
.woa-sign-in .woa-panel{inline-size:min(100%,400px);padding:24px}
.woa .woa-title{margin:0;font-size:18px;line-height:calc(24px*var(--wo-leading));font-weight:650}
@media (max-width:860px){
.woa-console.woa{grid-template-columns:minmax(0,1fr);align-content:start}
.woa .woa-side{position:static;block-size:auto;grid-template-rows:none;gap:12px;padding:16px;border-inline-end:0;border-block-end:1px solid var(--wo-line)}
.woa .woa-side nav{overflow-x:auto}
.woa .woa-side nav ul{display:flex;gap:4px}
.woa .woa-nav{white-space:nowrap}
.woa .woa-side-foot{display:flex;flex-wrap:wrap}
.woa .woa-side-foot .woa-input{inline-size:auto}
.woa .woa-content{padding:16px}
}
@media (forced-colors:active){.woa .woa-nav[aria-current]{outline:2px solid Highlight}}
@media print{.woa .woa-side{display:none}.woa-console.woa{display:block}}
`;
