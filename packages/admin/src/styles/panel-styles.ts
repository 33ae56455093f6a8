/** The panel of one customer beside a list, and the forms of several choices. */
export const panelStyles = `
.woa .woa-split{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;align-items:start}
.woa .woa-name{max-inline-size:100%;margin:0;padding:4px 0;border:0;background:none;color:inherit;font:inherit;font-weight:500;text-align:start;overflow:hidden;text-overflow:ellipsis;cursor:pointer}
.woa .woa-name:hover{text-decoration:underline;text-underline-offset:3px}
.woa .woa-table tbody tr[data-open] :is(td,th){background:var(--wo-tint)}
.woa .woa-side-panel{display:grid;grid-template-columns:minmax(0,1fr);grid-template-rows:max-content max-content minmax(0,1fr);gap:16px;align-content:start;padding:16px;border:1px solid var(--wo-line);background:var(--wo-surface);color:inherit}
.woa aside.woa-side-panel{position:sticky;inset-block-start:16px;max-block-size:calc(100vh - 32px);border-radius:12px}
.woa dialog.woa-side-panel{position:fixed;inset-block:0;inset-inline:auto 0;margin:0;inline-size:min(440px,100vw);max-inline-size:100vw;block-size:100vh;block-size:100dvh;max-block-size:none;border-block:0;border-inline-end:0;box-shadow:var(--wo-shadow)}
.woa dialog.woa-side-panel:not([open]){display:none}
.woa dialog.woa-side-panel::backdrop{background:#0008}
.woa .woa-side-head{display:flex;gap:8px;align-items:start;justify-content:space-between}
.woa .woa-side-head h2{font-size:20px;line-height:calc(28px*var(--wo-leading));overflow-wrap:anywhere}
.woa .woa-side-acts{display:flex;flex:none}
.woa .woa-side-head h2:focus{outline:none}
.woa .woa-side-head h2:focus-visible{outline:2px solid var(--wo-focus,currentColor);outline-offset:4px;border-radius:4px}
.woa .woa-talk{display:grid;grid-template-columns:minmax(0,1fr);gap:12px;align-content:start;min-block-size:120px;margin-inline:-16px;padding:12px 16px;border-block:1px solid var(--wo-line);overflow:auto;overscroll-behavior:contain}
.woa .woa-talk:focus-visible{outline-offset:-3px}
.woa .woa-said{display:grid;gap:4px;justify-items:start;max-inline-size:88%}
.woa .woa-page{display:grid;grid-template-columns:minmax(0,1fr);gap:16px}
.woa .woa-choices{display:flex;flex-wrap:wrap;gap:4px 20px;align-content:start}
.woa .woa-choices legend{padding-block-end:4px}
.woa .woa-choices .woa-label{font-weight:400}
.woa .woa-choices legend.woa-label{font-weight:500}
.woa .woa-quick-reply{display:grid;grid-template-columns:minmax(0,1fr) max-content;gap:4px;align-items:end}
.woa .woa-quick .woa-button{max-inline-size:100%;white-space:normal;text-align:start}
.woa .woa-customer-link{color:inherit;text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:3px}
.woa .woa-customer-link:hover{text-decoration-color:currentColor}
.woa .woa-customer{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;align-items:start}
.woa .woa-customer .woa-details+.woa-details{padding-block-start:12px;border-block-start:1px solid var(--wo-line)}
.woa .woa-timeline{max-block-size:60vh;gap:16px}
.woa .woa-day{position:sticky;inset-block-start:-12px;padding-block:4px;background:var(--wo-surface);color:var(--wo-muted);font-size:12px;font-weight:500;text-align:center}
.woa .woa-line-entry{display:grid;grid-template-columns:16px minmax(0,1fr);gap:8px;align-items:start}
.woa .woa-line-entry>.woa-icon{margin-block-start:2px;color:var(--wo-muted)}
.woa .woa-line-text{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline}
.woa .woa-line-text .woa-name{padding:0}
.woa .woa-tried{display:grid;gap:4px;justify-items:start}
.woa .woa-save-bar{display:grid;gap:12px}
.woa .woa-save-bar[data-shown]{position:sticky;inset-block-end:12px;z-index:1;padding:12px 16px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface);box-shadow:var(--wo-shadow)}
@media (max-width:639px){.woa .woa-save-bar[data-shown]{inset-block-end:calc(72px + env(safe-area-inset-bottom))}}
@media (min-width:1024px){.woa .woa-customer{grid-template-columns:340px minmax(0,1fr)}}
@media (min-width:1280px){.woa .woa-split[data-open]{grid-template-columns:minmax(0,1fr) 400px}}
`;
