/**
 * The ground of every admin component: colours of state, type, controls. Written as one sheet with the prompt's first
 * styles, whose `--wo-*` it uses; every selector begins with a class of ours.
 */
export const frameStyles = `
.woa{--wo-unit:4px;--wo-good:var(--wo-sign);--wo-bad:var(--whatsapp-optin-danger,#b3261e);--wo-quiet:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface));--wo-ground:color-mix(in srgb,var(--wo-text) 4%,var(--wo-surface));--wo-press:color-mix(in srgb,var(--wo-text) 8%,var(--wo-surface));--wo-row:40px;display:grid;grid-template-columns:minmax(0,1fr);gap:16px;font-size:14px;line-height:calc(20px*var(--wo-leading));font-variant-numeric:tabular-nums}
.woa[data-theme=dark]{--wo-bad:var(--whatsapp-optin-danger,#ffb4ab);--wo-ground:color-mix(in srgb,#000 40%,var(--wo-surface))}
@media (prefers-color-scheme:dark){.woa:is([data-theme=auto],[data-theme=contrast]){--wo-bad:var(--whatsapp-optin-danger,#ffb4ab);--wo-ground:color-mix(in srgb,#000 40%,var(--wo-surface))}}
.woa :is(h2,h3,p,dl,dd,dt,ul,ol,figure,fieldset,pre){margin:0;padding:0;border:0;min-inline-size:0}
.woa :is(ul,ol){list-style:none}
.woa bdi{white-space:inherit}
.woa legend{padding:0}
.woa h2{font-size:16px;line-height:calc(24px*var(--wo-leading));font-weight:600;text-wrap:balance}
.woa .woa-head h2{font-size:24px;line-height:calc(32px*var(--wo-leading))}
.woa h3{font-size:14px;line-height:calc(20px*var(--wo-leading));font-weight:600}
.woa .woa-muted{color:var(--wo-muted)}
.woa .woa-note{font-size:12px;line-height:calc(16px*var(--wo-leading));color:var(--wo-muted);text-wrap:pretty}
.woa .woa-number{font-variant-numeric:tabular-nums;text-align:end}
.woa .woa-hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.woa .woa-icon{display:inline-block;flex:none;inline-size:16px;block-size:16px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;vertical-align:-3px}
.woa[dir=rtl] .woa-icon[data-turns]{transform:scaleX(-1)}
.woa .woa-head{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
.woa .woa-head-text{display:grid;gap:2px;flex:1 1 240px}
.woa .woa-actions{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.woa .woa-panel{display:grid;grid-template-columns:minmax(0,1fr);gap:12px;align-content:start;padding:16px;border:1px solid var(--wo-line);border-radius:12px;background:var(--wo-surface)}
.woa .woa-columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:16px;align-items:start}
.woa .woa-stack{display:grid;grid-template-columns:minmax(0,1fr);gap:12px}
.woa .woa-narrow{max-inline-size:560px}
.woa .woa-button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-block-size:36px;margin:0;padding:7px 12px;border:1px solid var(--wo-edge);border-radius:var(--wo-control);background:var(--wo-surface);color:var(--wo-text);font:inherit;font-size:14px;font-weight:500;line-height:calc(20px*var(--wo-leading));text-decoration:none;white-space:nowrap;cursor:pointer;transition:background-color .15s ease-out,border-color .15s ease-out}
.woa .woa-button:hover{background:var(--wo-press)}
.woa .woa-button[data-kind=primary]{border-color:transparent;background:var(--wo-accent);color:var(--wo-on-accent)}
.woa .woa-button[data-kind=primary]:hover{background:var(--wo-hover)}
.woa .woa-button[data-kind=danger]{border-color:color-mix(in srgb,var(--wo-bad) 55%,var(--wo-surface));color:var(--wo-bad)}
.woa .woa-button[data-kind=danger]:hover{background:color-mix(in srgb,var(--wo-bad) 8%,var(--wo-surface))}
.woa .woa-button[data-kind=plain]{border-color:transparent;background:none}
.woa .woa-button[data-kind=plain]:hover{background:var(--wo-press)}
.woa .woa-button[data-size=small]{min-block-size:28px;padding:3px 8px;font-size:14px;line-height:calc(20px*var(--wo-leading))}
.woa .woa-button[data-shape=square]{padding:5px;min-inline-size:28px}
.woa .woa-button:is(:disabled,[aria-disabled=true]){opacity:.55;cursor:default}
.woa .woa-button[aria-busy=true]{cursor:progress}
.woa .woa-check>div{min-inline-size:0}
.woa .woa-field{display:grid;gap:4px;align-content:start}
.woa .woa-label{font-size:14px;line-height:calc(20px*var(--wo-leading));font-weight:500}
.woa .woa-input{inline-size:100%;min-block-size:36px;margin:0;padding:7px 10px;border:1px solid color-mix(in srgb,var(--wo-text) 45%,var(--wo-surface));border-radius:var(--wo-control);background:var(--wo-surface);color:var(--wo-text);font:inherit;font-size:14px;line-height:calc(20px*var(--wo-leading));text-align:start}
.woa textarea.woa-input{min-block-size:96px;resize:vertical;white-space:pre-wrap}
.woa select.woa-input{padding-inline-end:6px;white-space:nowrap;text-overflow:ellipsis}
.woa .woa-input:focus-visible{outline-offset:0}
.woa .woa-input[aria-invalid=true]{border-color:var(--wo-bad)}
.woa .woa-input::placeholder{color:var(--wo-muted);opacity:1}
.woa .woa-wrong{display:flex;gap:6px;font-size:14px;line-height:calc(20px*var(--wo-leading));color:var(--wo-bad)}
.woa .woa-check{display:flex;gap:10px;align-items:flex-start}
.woa :is(input[type=checkbox],input[type=radio]){flex:none;inline-size:16px;block-size:16px;margin:2px 0;accent-color:var(--wo-accent);cursor:pointer}
.woa .woa-search{position:relative;flex:1 1 220px;max-inline-size:340px}
.woa .woa-search .woa-input{padding-inline-start:34px}
.woa .woa-search .woa-icon{position:absolute;inset-block-start:10px;inset-inline-start:11px;color:var(--wo-muted);pointer-events:none}
.woa .woa-filters{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.woa .woa-filters .woa-input{inline-size:auto;max-inline-size:100%}
.woa .woa-filters .woa-search .woa-input{inline-size:100%}
.woa .woa-filter{display:flex;gap:8px;align-items:center}
.woa .woa-link{padding:0;border:0;background:none;color:var(--wo-sign);font:inherit;text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.woa .woa-link:is(:disabled,[aria-disabled=true]){color:var(--wo-muted);text-decoration:none;cursor:default}
@media (max-width:639px){.woa .woa-filters{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.woa .woa-filters .woa-search{grid-column:1/-1;max-inline-size:none}.woa .woa-filters .woa-filter{display:grid;gap:2px}.woa .woa-filters .woa-input{inline-size:100%;min-block-size:44px}}
@media (prefers-reduced-motion:reduce){.woa .woa-button{transition:none}}
@media (forced-colors:active){.woa .woa-button{border-color:ButtonBorder}.woa .woa-button[data-kind=primary]{border:2px solid Highlight}}
`;
