/** Dense, quiet tables of 40 px rows, and charts that can be read in grey. */
export const tableStyles = `
.woa .woa-table-frame{container:woa-table/inline-size;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface);overflow:hidden}
.woa .woa-table-scroll{position:relative;max-block-size:var(--wo-table-size,600px);overflow:auto;overscroll-behavior:contain;background:linear-gradient(to right,var(--wo-surface) 40%,transparent) left/48px 100% no-repeat local,linear-gradient(to left,var(--wo-surface) 40%,transparent) right/48px 100% no-repeat local,linear-gradient(to right,var(--wo-edge),transparent) left/14px 100% no-repeat,linear-gradient(to left,var(--wo-edge),transparent) right/14px 100% no-repeat}
.woa .woa-short{--wo-table-size:280px}
.woa .woa-table-scroll:focus-visible{outline-offset:-3px}
.woa .woa-table{inline-size:100%;border-collapse:separate;border-spacing:0;font-size:14px;line-height:calc(20px*var(--wo-leading));text-align:start}
.woa .woa-table :is(th,td){block-size:var(--wo-row);padding:0 12px;border:0;border-block-end:1px solid var(--wo-line);text-align:start;font-weight:400;white-space:nowrap;max-inline-size:360px;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
.woa .woa-table :is(th,td) *{white-space:nowrap}
.woa .woa-table .woa-clip{display:block;overflow:hidden;text-overflow:ellipsis;text-align:match-parent}
.woa .woa-panel .woa-table :is(th,td){padding-inline:8px}
.woa .woa-table .woa-button[data-kind=plain]{margin-inline:-8px}
.woa .woa-table .woa-button:focus-visible{outline-offset:0}
.woa .woa-chart .woa-button[data-kind=plain]{margin-inline-start:-8px}
.woa .woa-table thead th{position:sticky;inset-block-start:0;z-index:1;background:var(--wo-surface);color:var(--wo-muted);font-size:12px;font-weight:500;box-shadow:0 1px 0 var(--wo-line)}
@media (hover:hover){.woa .woa-table tbody tr:hover :is(td,th){background:var(--wo-quiet)}}
.woa .woa-table tbody tr[data-opens]{cursor:pointer}
.woa .woa-soon{color:var(--wo-warn);font-weight:600}
.woa .woa-table tbody tr[data-chosen] :is(td,th){background:var(--wo-tint)}
.woa .woa-table tbody tr:last-child :is(td,th){border-block-end:0}
.woa .woa-table .woa-cell-number{text-align:end;font-variant-numeric:tabular-nums}
.woa .woa-table .woa-cell-check{overflow:visible;inline-size:40px;padding-inline-end:0}
.woa .woa-table .woa-cell-wide{max-inline-size:0;min-inline-size:200px;inline-size:99%}
.woa .woa-table .woa-spacer td{block-size:auto;padding:0;border:0;background:none}
.woa .woa-sort{display:inline-flex;gap:4px;align-items:center;margin-inline:-6px;padding:4px 6px;border:0;border-radius:6px;background:none;color:inherit;font:inherit;cursor:pointer}
.woa .woa-sort:hover{background:var(--wo-press);color:var(--wo-text)}
.woa .woa-sort .woa-icon{inline-size:12px;block-size:12px;opacity:0}
.woa [aria-sort] .woa-sort{color:var(--wo-text)}
.woa [aria-sort] .woa-sort .woa-icon{opacity:1}
.woa [aria-sort=descending] .woa-sort .woa-icon{transform:rotate(180deg)}
.woa .woa-table-foot{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;justify-content:space-between;min-block-size:40px;padding:4px 12px;border-block-start:1px solid var(--wo-line);font-size:12px;line-height:calc(18px*var(--wo-leading));color:var(--wo-muted)}
.woa .woa-chosen-bar{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;padding:8px 12px;border-block-end:1px solid var(--wo-line);background:var(--wo-tint);font-size:14px}
.woa .woa-two-line{display:grid;line-height:calc(16px*var(--wo-leading))}
.woa .woa-two-line .woa-note{line-height:calc(16px*var(--wo-leading));font-size:12px}
.woa .woa-chart{display:grid;gap:8px}
.woa .woa-chart svg{display:block;inline-size:100%;overflow:visible;direction:ltr}
.woa .woa-chart text{fill:var(--wo-muted);font-size:12px;font-family:inherit}
.woa .woa-chart .woa-axis{stroke:var(--wo-line);stroke-width:1;shape-rendering:crispEdges}
.woa .woa-chart .woa-column-hit{fill:transparent}
.woa .woa-chart g[data-chosen]>.woa-column-hit{fill:var(--wo-quiet)}
.woa .woa-chart svg:focus-visible{outline:3px solid var(--wo-focus,currentColor);outline-offset:4px;border-radius:4px}
.woa .woa-legend .woa-legend-day{min-inline-size:64px;font-weight:500}
.woa .woa-series-1{fill:color-mix(in srgb,var(--wo-accent) 100%,var(--wo-surface));background:var(--wo-accent)}
.woa .woa-series-2{fill:color-mix(in srgb,var(--wo-accent) 48%,var(--wo-surface));background:color-mix(in srgb,var(--wo-accent) 48%,var(--wo-surface))}
.woa .woa-series-3{fill:var(--wo-warn);background:var(--wo-warn)}
.woa .woa-series-4{fill:color-mix(in srgb,var(--wo-text) 22%,var(--wo-surface));background:color-mix(in srgb,var(--wo-text) 22%,var(--wo-surface))}
.woa .woa-series-line{fill:none;stroke:var(--wo-sign);stroke-width:2;stroke-linejoin:round}
.woa .woa-series-area{fill:var(--wo-tint)}
.woa .woa-legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12px;line-height:calc(18px*var(--wo-leading))}
.woa .woa-legend li{display:inline-flex;gap:6px;align-items:center}
.woa .woa-swatch{inline-size:10px;block-size:10px;border-radius:2px;forced-color-adjust:none}
.woa .woa-bars{display:grid;grid-template-columns:max-content minmax(60px,1fr) max-content;gap:6px 12px;align-items:center;font-size:14px;line-height:calc(20px*var(--wo-leading))}
.woa .woa-bars>li{display:contents}
.woa .woa-bar-track{block-size:16px;border-radius:4px;background:var(--wo-quiet)}
.woa .woa-bar{display:block;block-size:100%;min-inline-size:2px;border-radius:4px;forced-color-adjust:none}
.woa .woa-bar-value{text-align:end;white-space:nowrap}
.woa .woa-message{display:grid;grid-template-columns:minmax(150px,200px) minmax(0,1fr) max-content;gap:6px 16px;padding:10px 16px;border-block-end:1px solid var(--wo-line)}
.woa .woa-message:last-child{border-block-end:0}
.woa .woa-message[data-new]{box-shadow:inset 3px 0 0 var(--wo-sign)}
.woa[dir=rtl] .woa-message[data-new]{box-shadow:inset -3px 0 0 var(--wo-sign)}
.woa .woa-message-who{display:grid;gap:2px;align-content:start;overflow-wrap:anywhere}
.woa .woa-message-text{display:grid;gap:8px;justify-items:start;align-content:start;min-inline-size:0}
.woa .woa-message-end{display:grid;gap:8px;justify-items:end;align-content:start}
.woa .woa-message-replies{grid-column:2;display:grid;grid-template-columns:minmax(0,1fr);gap:12px;min-inline-size:0}
.woa .woa-replies{display:grid;gap:8px;justify-items:end}
.woa .woa-reply{display:grid;gap:2px;justify-items:end;max-inline-size:min(100%,52ch)}
.woa .woa-reply .woa-bubble{border-start-start-radius:12px;border-end-end-radius:4px}
.woa .woa-reply-box{display:grid;gap:8px;padding:12px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface)}
.woa .woa-reply-box textarea.woa-input{min-block-size:60px}
.woa .woa-reply-left{display:grid;gap:4px}
.woa .woa-reply-left .woa-bar-track{block-size:4px}
.woa .woa-reply-left .woa-bar{background:var(--wo-sign)}
.woa .woa-reply-left[data-soon] .woa-bar{background:var(--wo-warn)}
@media (max-width:640px){.woa .woa-message-replies{grid-column:1/-1}.woa .woa-message{grid-template-columns:minmax(0,1fr) fit-content(60%)}.woa .woa-message .woa-mark{white-space:normal;align-items:baseline}.woa .woa-message-text{grid-column:1/-1;grid-row:2}}
.woa .woa-preview{display:grid;gap:8px}
.woa .woa-bubble{display:block;padding:10px 12px;border-radius:12px;border-start-start-radius:4px;background:var(--wo-tint);white-space:pre-wrap;overflow-wrap:anywhere}
.woa .woa-bubble[data-from=them]{background:var(--wo-quiet)}
.woa .woa-preview-row{display:grid;grid-template-columns:110px minmax(0,1fr);gap:12px;align-items:start;padding-block:8px;border-block-end:1px solid var(--wo-line)}
.woa .woa-preview-row:last-child{border-block-end:0}
@media (max-width:520px){.woa .woa-preview-row{grid-template-columns:minmax(0,1fr);gap:4px}.woa .woa-bars{grid-template-columns:minmax(0,1fr)}.woa .woa-bars>li{display:grid;grid-template-columns:minmax(0,1fr) max-content;gap:4px 12px}.woa .woa-bars .woa-bar-track{grid-column:1/-1;grid-row:2}}
@container woa-table (max-width:759px){.woa .woa-table [data-from=medium]{display:none}}
@container woa-table (max-width:959px){.woa .woa-table [data-from=large]{display:none}}
@container woa-table (max-width:1119px){.woa .woa-table [data-from=huge]{display:none}}
@container woa-table (max-width:559px){
.woa .woa-table :is(table,thead,tbody){display:block}
.woa .woa-table{display:block}
.woa .woa-table tbody{display:block}
.woa .woa-table thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.woa .woa-table tbody tr:not(.woa-spacer){display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 16px;border-block-end:1px solid var(--wo-line)}
.woa .woa-table tbody tr:last-child{border-block-end:0}
.woa .woa-table tbody tr:not(.woa-spacer)>:is(td,th){display:grid;gap:0;block-size:auto;max-inline-size:calc(100% + 12px);min-inline-size:0;margin:-6px;padding:6px;border:0;background:none;white-space:normal}
.woa .woa-table tbody tr:not(.woa-spacer)>[data-from]{display:none}
.woa .woa-table tbody tr:not(.woa-spacer)>:is(td,th)>bdi{justify-self:start}
.woa .woa-table tbody tr>th{order:-1;flex:1 1 calc(100% - 60px);font-weight:600}
.woa .woa-table tbody tr>.woa-cell-check{order:-2;inline-size:auto;align-content:center}
.woa .woa-table tbody tr>.woa-cell-wide{flex:1 1 100%;inline-size:100%}
.woa .woa-table tbody tr>td[data-label]:before{content:attr(data-label);font-size:12px;line-height:calc(16px*var(--wo-leading));color:var(--wo-muted)}
.woa .woa-table tbody tr>.woa-cell-number{text-align:start}
.woa .woa-table tbody tr:is([data-open],[data-chosen]){background:var(--wo-tint)}
.woa .woa-table-scroll{max-block-size:min(var(--wo-table-size,600px),75vh)}
}
@media (forced-colors:active){.woa .woa-table tbody tr[data-chosen] :is(td,th){background:Highlight;color:HighlightText}}
`;
