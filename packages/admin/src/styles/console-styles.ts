/** The page around the dashboards: navigation at the side, a narrow rail on tablets, a bar at the bottom on phones. */
export const consoleStyles = `
.woa-console.woa{grid-template-columns:232px minmax(0,1fr);gap:0;min-block-size:100vh;background:var(--wo-ground)}
.woa .woa-side{display:grid;grid-template-columns:minmax(0,1fr);grid-template-rows:max-content max-content 1fr max-content;gap:16px;align-content:start;position:sticky;inset-block-start:0;block-size:100vh;padding:20px 12px 12px;border-inline-end:1px solid var(--wo-line);overflow:auto}
.woa .woa-who{display:flex;gap:8px;align-items:center;min-inline-size:0;padding-inline:8px}
.woa .woa-who-text{display:grid;flex:1;min-inline-size:0;overflow-wrap:anywhere;line-height:calc(18px*var(--wo-leading))}
.woa .woa-strong{margin:0;font-size:14px;line-height:calc(20px*var(--wo-leading));font-weight:600}
.woa .woa-initials{display:grid;place-items:center;flex:none;inline-size:32px;block-size:32px;border-radius:8px;background:var(--wo-accent);color:var(--wo-on-accent);font-size:12px;font-weight:600;letter-spacing:0}
.woa .woa-initials[data-shape=round]{border-radius:50%;background:var(--wo-tint);color:var(--wo-sign)}
.woa .woa-find{display:flex;gap:8px;align-items:center;inline-size:100%;min-block-size:36px;margin:0;padding:6px 8px;border:1px solid var(--wo-edge);border-radius:8px;background:var(--wo-surface);color:var(--wo-muted);font:inherit;text-align:start;cursor:pointer}
.woa .woa-find .woa-nav-word{flex:1}
.woa .woa-key{padding:0 4px;border:1px solid var(--wo-line);border-radius:4px;font:inherit;font-size:12px;line-height:18px;direction:ltr}
.woa .woa-groups{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;align-content:start}
.woa h2.woa-group{padding:0 8px 4px;font-size:12px;line-height:calc(16px*var(--wo-leading));font-weight:400;color:var(--wo-muted)}
.woa .woa-nav{display:flex;gap:10px;align-items:center;inline-size:100%;min-block-size:32px;margin:0;padding:6px 8px;border:0;border-radius:8px;background:none;color:var(--wo-text);font:inherit;text-align:start;text-decoration:none;cursor:pointer}
.woa .woa-nav .woa-icon{color:var(--wo-muted)}
.woa .woa-nav-word{flex:1;min-inline-size:0}
.woa .woa-nav[aria-current]{background:var(--wo-tint);font-weight:600}
.woa .woa-nav:is([aria-current],[data-here]) .woa-icon{color:var(--wo-sign)}
.woa .woa-count{min-inline-size:20px;padding:0 6px;border-radius:10px;background:var(--wo-accent);color:var(--wo-on-accent);font-size:12px;line-height:20px;text-align:center;font-weight:600}
.woa .woa-account{display:grid;gap:8px;padding-block-start:12px;border-block-start:1px solid var(--wo-line)}
.woa .woa-preferences{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:4px}
.woa .woa-preferences .woa-filter{position:relative}
.woa .woa-preferences .woa-icon{position:absolute;inset-inline-start:8px;color:var(--wo-muted);pointer-events:none}
.woa .woa-preferences .woa-input{appearance:none;inline-size:100%;min-block-size:32px;padding-block:5px;padding-inline:28px 4px;border-color:transparent;background:none;text-overflow:ellipsis;cursor:pointer}
.woa .woa-bottom{display:none}
.woa .woa-content{justify-self:center;inline-size:100%;max-inline-size:1440px;min-inline-size:0;padding:24px}
.woa .woa-content:focus-visible{outline:none}
.woa .woa-alerts{margin-block-end:16px}
.woa .woa-skip{position:absolute;inset-block-start:8px;inset-inline-start:8px;z-index:3;padding:8px 12px;border-radius:8px;background:var(--wo-accent);color:var(--wo-on-accent)}
.woa .woa-skip:not(:focus){inline-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.woa .woa-command{inset-block:12vh auto;padding:0;border-radius:12px}
.woa .woa-command[open]{display:block}
.woa .woa-command .woa-search{max-inline-size:none;border-block-end:1px solid var(--wo-line)}
.woa .woa-command .woa-search .woa-input{min-block-size:48px;border:0;border-radius:12px 12px 0 0}
.woa .woa-command .woa-search .woa-icon{inset-block-start:16px}
.woa .woa-command-list{max-block-size:min(50vh,420px);padding:8px;overflow:auto;overscroll-behavior:contain}
.woa .woa-command [cmdk-group-heading]{padding:8px 8px 4px;font-size:12px;line-height:calc(16px*var(--wo-leading));color:var(--wo-muted)}
.woa .woa-command [cmdk-item]{display:flex;gap:10px;align-items:center;min-block-size:40px;padding:8px;border-radius:8px;cursor:pointer}
.woa .woa-command [cmdk-item] .woa-icon{color:var(--wo-muted)}
.woa .woa-command [cmdk-item][aria-selected=true]{background:var(--wo-tint)}
.woa-sign-in.woa{place-items:center;align-content:center;min-block-size:100vh;padding:16px;background:var(--wo-ground)}
.woa-sign-in .woa-panel{inline-size:min(100%,400px);padding:24px}
.woa .woa-title{margin:0;font-size:20px;line-height:calc(28px*var(--wo-leading));font-weight:600}
.woa-sign-in .woa-preferences .woa-input{border-color:var(--wo-line)}
@media (hover:hover){.woa .woa-preferences .woa-input:hover{background:var(--wo-press)}.woa .woa-nav:hover{background:var(--wo-press)}.woa .woa-find:hover{border-color:var(--wo-muted)}}
@media (min-width:640px) and (max-width:1023px){
.woa-console.woa{grid-template-columns:64px minmax(0,1fr)}
.woa .woa-side :is(.woa-who-text,.woa-group,.woa-key){display:none}
.woa .woa-side .woa-preferences{grid-template-columns:minmax(0,1fr)}
.woa .woa-side .woa-preferences .woa-icon{inset-inline-start:12px}
.woa .woa-side .woa-preferences .woa-input{inline-size:40px;min-block-size:40px;padding:0;padding-inline-start:40px;overflow:hidden;text-overflow:clip}
.woa .woa-side .woa-who{justify-content:center;flex-direction:column;padding:0}
.woa .woa-side :is(.woa-nav,.woa-find){position:relative;justify-content:center;min-block-size:40px;padding:0}
.woa .woa-side .woa-nav-word{position:absolute;inset-inline-start:calc(100% + 8px);z-index:4;padding:4px 8px;border-radius:8px;background:var(--wo-text);color:var(--wo-surface);font-size:12px;font-weight:400;white-space:nowrap;opacity:0;pointer-events:none}
.woa .woa-side{overflow:visible;z-index:2}
.woa .woa-side :is(.woa-nav,.woa-find):focus-visible .woa-nav-word{opacity:1}
.woa .woa-side .woa-count{position:absolute;inset-block-start:2px;inset-inline-end:2px;min-inline-size:16px;padding:0 4px;font-size:12px;line-height:16px}
}
@media (min-width:640px) and (max-width:1023px) and (hover:hover){.woa .woa-side :is(.woa-nav,.woa-find):hover .woa-nav-word{opacity:1}}
@media (max-width:639px){
.woa-console.woa{grid-template-columns:minmax(0,1fr);align-content:start;padding-block-end:calc(64px + env(safe-area-inset-bottom))}
.woa .woa-side{position:static;grid-template-columns:minmax(0,1fr) max-content;grid-template-rows:max-content;block-size:auto;padding:12px 16px;border-inline-end:0;border-block-end:1px solid var(--wo-line)}
.woa .woa-side :is(.woa-groups,.woa-account,.woa-key){display:none}
.woa .woa-side .woa-who{padding:0}
.woa .woa-find{inline-size:44px;min-block-size:44px;justify-content:center}
.woa .woa-find .woa-nav-word{position:absolute;clip-path:inset(50%)}
.woa .woa-bottom{display:grid;grid-template-columns:repeat(5,auto);position:fixed;inset-block-end:0;inset-inline:0;z-index:2;padding:4px 4px calc(4px + env(safe-area-inset-bottom));border-block-start:1px solid var(--wo-line);background:var(--wo-surface)}
.woa .woa-bottom .woa-nav{position:relative;flex-direction:column;gap:2px;justify-content:center;min-block-size:52px;padding:4px 2px;font-size:12px;line-height:calc(16px*var(--wo-leading));text-align:center}
.woa .woa-bottom .woa-nav[aria-current]{background:none}
.woa .woa-bottom .woa-nav:is([aria-current],[data-here]){color:var(--wo-sign)}
.woa .woa-bottom .woa-nav-word{flex:none;max-inline-size:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.woa .woa-bottom .woa-icon{inline-size:20px;block-size:20px}
.woa .woa-bottom .woa-count{position:absolute;inset-block-start:2px;inset-inline-start:50%;margin-inline-start:4px;min-inline-size:16px;padding:0 4px;line-height:16px}
.woa .woa-dialog .woa-nav{min-block-size:44px}
.woa .woa-content{padding:16px}
}
@media (forced-colors:active){.woa .woa-nav[aria-current]{outline:2px solid Highlight}}
@media print{.woa :is(.woa-side,.woa-bottom){display:none}.woa-console.woa{display:block}}
`;
