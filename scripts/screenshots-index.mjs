// @ts-check

/**
 * One page that shows every picture, by page of the demo.
 *
 * @param {readonly { page: string, width: number, theme: string, locale: string, file: string }[]} pictures
 */
export function indexOf(pictures) {
  const pages = [...new Set(pictures.map(({ page }) => page))];
  const sections = pages.map((page) => {
    const figures = pictures
      .filter((picture) => picture.page === page)
      .map(
        ({ width, theme, locale, file }) =>
          `<figure><a href="${file}"><img src="${file}" alt="" width="${Math.round(width / 4)}" loading="lazy"></a>` +
          `<figcaption>${width} · ${theme} · ${locale}</figcaption></figure>`,
      );
    return `<section id="${page}"><h2>${page}</h2><div>${figures.join('\n')}</div></section>`;
  });
  const links = pages.map((page) => `<a href="#${page}">${page}</a>`).join(' ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every page, every width</title>
<style>
body{margin:24px;font:14px/20px system-ui,sans-serif;color:#10201b;background:#f6f8f7}
nav a{margin-inline-end:8px;color:#00755f}
h2{font-size:16px}
section>div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0}
img{display:block;block-size:auto;border:1px solid #d5ddd9;border-radius:6px;background:#fff}
figcaption{font-size:12px;color:#5b6b65}
</style>
<h1>Every page, every width</h1>
<nav>${links}</nav>
${sections.join('\n')}
</html>
`;
}
