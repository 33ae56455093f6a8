/** Style sheets of host pages that set the paint or the size of every SVG, for the sake of their own icons. */
export const HOST_RESETS: Readonly<Record<string, string>> = {
  'no sheet': '',
  'icons are strokes': 'svg{fill:none;stroke:currentcolor;stroke-width:2}',
  'the page is a stroke': ':root{stroke:currentcolor;stroke-width:2px}',
  'strokes of one width': 'svg *{vector-effect:non-scaling-stroke;stroke:currentcolor;stroke-width:6px}',
  'paths are empty': 'path{fill:none}',
  'icons are pale': 'svg{opacity:.5}',
  'icons are turned': 'svg{transform:scale(-1) translateX(40%)}',
  'icons are inverted': 'svg{filter:invert(1)}',
  'fills are thin': 'svg,path{fill-opacity:.1}',
  'fills follow another rule': 'svg,path{fill-rule:evenodd;clip-rule:evenodd}',
  'icons are as large as text': 'svg{width:1em;height:1em}',
  'pictures are fluid': 'img,svg{max-width:100%;height:auto;display:block}',
  'everything has a border': '*{box-sizing:border-box;border:0 solid #e5e7eb}svg{border:3px solid;padding:4px}',
  'the page has a fill': ':root{fill:#cde;fill-opacity:.4}',
};
