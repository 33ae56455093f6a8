/** What shows a state: marks, tiles, notices, empty and loading places, and the dialog. */
export const stateStyles = `
.woa .woa-mark{display:inline-flex;gap:6px;align-items:center;white-space:nowrap;color:var(--wo-text)}
.woa .woa-shape{flex:none;inline-size:12px;block-size:12px;fill:currentColor;stroke:currentColor;stroke-width:0;color:var(--wo-muted)}
.woa .woa-shape :is(.woa-line){fill:none;stroke-width:2;stroke-linecap:round}
.woa [data-tone=good]>.woa-shape{color:var(--wo-good)}
.woa [data-tone=warn]>.woa-shape{color:var(--wo-warn)}
.woa [data-tone=bad]>.woa-shape{color:var(--wo-bad)}
.woa [data-tone=info]>.woa-shape{color:var(--wo-text)}
.woa .woa-tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(0,1fr));grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:12px}
.woa .woa-tiles>li{display:grid}
.woa .woa-tile{position:relative;display:grid;gap:2px;align-content:start;margin:0;padding:11px 15px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface);color:inherit;font:inherit;text-align:start;overflow-wrap:anywhere}
.woa button.woa-tile{cursor:pointer}
.woa .woa-tile[aria-pressed=true]{border-color:var(--wo-sign);box-shadow:inset 0 0 0 1px var(--wo-sign)}
.woa .woa-tile>.woa-icon{position:absolute;inset-block-start:12px;inset-inline-end:12px;color:var(--wo-sign)}
.woa .woa-tile-label{color:var(--wo-muted)}
.woa .woa-tile[aria-pressed=true] .woa-tile-label{padding-inline-end:20px;color:var(--wo-sign);font-weight:600}
.woa .woa-tile-value{font-size:20px;line-height:calc(28px*var(--wo-leading));font-weight:600;font-variant-numeric:tabular-nums}
@media (hover:hover){.woa button.woa-tile:hover{border-color:var(--wo-edge)}.woa button.woa-tile[aria-pressed=true]:hover{border-color:var(--wo-sign)}}
@media (max-width:1100px){.woa .woa-tiles[data-count="6"]{grid-auto-flow:row;grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:639px){.woa .woa-tiles,.woa .woa-tiles[data-count="6"]{grid-auto-flow:row;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}.woa .woa-tiles>li:last-child:nth-child(odd){grid-column:1/-1}}
.woa .woa-notice{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:flex-start;padding:12px 14px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-quiet)}
.woa .woa-notice[data-tone=good]{border-color:color-mix(in srgb,var(--wo-good) 40%,var(--wo-surface));background:var(--wo-tint)}
.woa .woa-notice[data-tone=warn]{border-color:color-mix(in srgb,var(--wo-warn) 45%,var(--wo-surface));background:color-mix(in srgb,var(--wo-warn) 10%,var(--wo-surface))}
.woa .woa-notice[data-tone=bad]{border-color:color-mix(in srgb,var(--wo-bad) 45%,var(--wo-surface));background:color-mix(in srgb,var(--wo-bad) 7%,var(--wo-surface))}
.woa[dir=rtl] .woa-own-side{text-align:right}
.woa .woa-notice>.woa-shape{margin-block-start:4px}
.woa .woa-notice-text{display:grid;gap:2px;flex:1 1 200px;overflow-wrap:anywhere}
.woa .woa-empty{display:grid;gap:4px;justify-items:center;padding:40px 24px;text-align:center;color:var(--wo-muted)}
.woa .woa-empty h3{color:var(--wo-text)}
.woa .woa-empty p{max-inline-size:46ch;text-wrap:balance}
.woa .woa-ghost{display:block;block-size:10px;inline-size:70%;border-radius:5px;background:color-mix(in srgb,var(--wo-text) 9%,var(--wo-surface))}
.woa .woa-ghost-block{display:grid;padding:0 16px}
.woa .woa-ghost-block>.woa-ghost{margin-block:15px}
.woa .woa-ghost-block>.woa-ghost:nth-of-type(3n){inline-size:52%}
.woa .woa-ghost-block>.woa-ghost:nth-of-type(3n+1){inline-size:84%}
.woa:is(section)>.woa-ghost-block,.woa .woa-page>.woa-ghost-block{border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface)}
.woa .woa-chip{display:inline-flex;gap:6px;align-items:center;padding:1px 8px;border:1px solid var(--wo-line);border-radius:10px;font-size:12px;line-height:calc(18px*var(--wo-leading));white-space:nowrap}
.woa .woa-live{display:inline-flex;gap:6px;align-items:center;font-size:12px;line-height:calc(18px*var(--wo-leading));color:var(--wo-muted)}
.woa .woa-dialog{position:fixed;inset:0;margin:auto;inline-size:min(560px,calc(100vw - 32px));max-block-size:calc(100vh - 48px);padding:0;border:1px solid var(--wo-line);border-radius:16px;background:var(--wo-surface);box-shadow:var(--wo-shadow);overflow:auto;display:none}
.woa .woa-dialog[open]{display:grid}
.woa .woa-dialog[data-wide]{inline-size:min(840px,calc(100vw - 32px))}
.woa .woa-dialog::backdrop{background:#0008}
.woa .woa-dialog-body{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;padding:24px}
.woa .woa-dialog-foot{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end}
.woa .woa-attempts{display:grid;gap:0}
.woa .woa-attempt{display:grid;grid-template-columns:16px minmax(0,1fr);gap:0 12px;padding-block-end:14px;position:relative}
.woa .woa-attempt:not(:last-child):before{content:"";position:absolute;inset-block:20px 0;inset-inline-start:7px;inline-size:1px;background:var(--wo-edge)}
.woa .woa-attempt>.woa-shape{margin:4px 2px}
.woa .woa-attempt-text{display:grid;gap:1px;min-inline-size:0}
.woa .woa-attempt-line{display:flex;flex-wrap:wrap;gap:0 8px;align-items:baseline}
.woa .woa-details{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:6px 16px;font-size:14px}
.woa .woa-detail{display:contents}
.woa .woa-details dt{color:var(--wo-muted)}
.woa .woa-details dd{overflow-wrap:anywhere}
.woa .woa-code{display:block;padding:12px;border-radius:8px;background:var(--wo-quiet);font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px;line-height:18px;white-space:pre-wrap;overflow-wrap:anywhere;direction:ltr;text-align:left}
.woa .woa-tabs{display:flex;flex-wrap:wrap;gap:0;border-block-end:1px solid var(--wo-line)}
.woa .woa-tab{min-block-size:40px;padding:9px 12px;border:0;border-block-end:2px solid transparent;margin-block-end:-1px;background:none;color:var(--wo-muted);font:inherit;font-weight:500;cursor:pointer;white-space:nowrap}
.woa .woa-tab[aria-selected=true]{border-block-end-color:var(--wo-sign);color:var(--wo-text)}
.woa .woa-tab:hover{color:var(--wo-text)}
@media (max-width:520px){.woa .woa-panel li>.woa-mark{white-space:normal;align-items:baseline}}
@media (forced-colors:active){.woa .woa-shape{color:CanvasText}.woa .woa-tab[aria-selected=true]{border-block-end-color:Highlight}}
`;
