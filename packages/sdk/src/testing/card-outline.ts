import type { OptInView, RichText } from '../opt-in/opt-in-view.js';

/**
 * The outline that a renderer must show for a view: one line a part, in reading order, with its words, its address and its
 * accessible state. Isolated pieces stand in ⟨ ⟩. `readCardOutline` reads the same lines from a rendered card.
 */
export function cardOutline(view: OptInView): string[] {
  const { link } = view;
  return [
    `card ${view.state} ${view.icon} ${view.locale} ${view.dir}`,
    `name: ${view.heading}`,
    ...(view.display === 'button' ? [] : [`heading: ${view.heading}`]),
    ...(view.description ? [`description: ${marked(view.description)}`] : []),
    ...(view.qr?.size === 'main' ? qrLines(view.qr) : []),
    ...view.benefits.map(({ text }) => `benefit: ${text}`),
    ...(view.hint ? [`hint: ${marked(view.hint)}`] : []),
    ...(link ? [`link${link.busy ? ' busy' : ''}: ${link.label}${address(link)}`] : []),
    ...(view.skip ? [`skip: ${view.skip.label}`] : []),
    ...(view.steps.length > 0 ? [`steps: ${view.stepsLabel}`] : []),
    ...view.steps.map(({ text, current, done }) => `step${current ? ' current' : ''}${done ? ' done' : ''}: ${text}`),
    `status${view.status ? ` ${view.status.tone}: ${marked(view.status.text)}` : ':'}`,
    ...view.actions.map(({ id, label, href }) => `action ${id}: ${label}${href ? ` → ${href}` : ''}`),
    ...(view.number ? [`number: ${view.number.label} ${marked(view.number.text)}`] : []),
    ...(view.paperLink ? [`paper link: ⟨${view.paperLink}⟩`] : []),
    ...(view.consent ? [`consent: ${marked(view.consent)}`] : []),
    ...(view.qr?.size === 'aside' ? qrLines(view.qr) : []),
    ...(view.help?.open
      ? [
          `panel: ${view.help.heading}`,
          ...view.help.steps.map((step) => `manual: ${marked(step)}`),
          ...(view.help.message ? [`message: ${view.help.message.text}`] : []),
          ...view.help.rows.map(({ id, label, href }) => `action ${id}: ${label}${href ? ` → ${href}` : ''}`),
          `close: ${view.help.closeLabel}`,
        ]
      : []),
  ];
}

/**
 * The lines of `cardOutline`, read from the nodes of a rendered card.
 *
 * @throws Error if the card has not exactly one live region, or is not named by its heading.
 */
export function readCardOutline(card: Element): string[] {
  const lines = [
    `card ${data(card, 'state')} ${data(card, 'icon')} ${card.getAttribute('lang')} ${card.getAttribute('dir')}`,
    `name: ${nameOf(card)}`,
  ];
  for (const node of card.querySelectorAll('[class]')) {
    const line = READERS.find(([name]) => node.classList.contains(`whatsapp-optin-${name}`))?.[1](node);
    if (line) lines.push(line);
  }
  if (card.querySelectorAll('[role=status], [aria-live]').length !== 1)
    throw new Error('There is not one live region.');
  return lines;
}

const READERS: readonly (readonly [string, (node: Element) => string])[] = [
  ['heading', (node) => `heading: ${wordsOf(node)}`],
  ['description', (node) => `description: ${wordsOf(node)}`],
  ['benefit', (node) => `benefit: ${wordsOf(node)}`],
  ['steps', (node) => `steps: ${node.getAttribute('aria-label')}`],
  [
    'step',
    (node) =>
      `step${node.getAttribute('aria-current') === 'step' ? ' current' : ''}${data(node, 'done') === null ? '' : ' done'}: ${wordsOf(node)}`,
  ],
  [
    'link',
    (node) => {
      const busy = node.getAttribute('aria-busy') === 'true' && node.getAttribute('aria-disabled') === 'true';
      const target = node.getAttribute('target');
      const href = node.getAttribute('href');
      const where = href === null ? '' : ` → ${href} ${target} ${node.getAttribute('rel')}`;
      return `${node.localName === 'a' ? 'link' : node.localName}${busy ? ' busy' : ''}: ${wordsOf(node)}${where}`;
    },
  ],
  ['hint', (node) => `hint: ${wordsOf(node)}`],
  ['qr', (node) => `qr ${data(node, 'size')}`],
  ['qr-heading', (node) => `qr heading: ${wordsOf(node)}`],
  ['qr-caption', (node) => `qr caption: ${wordsOf(node)}`],
  ['panel-heading', (node) => `panel: ${wordsOf(node)}`],
  ['instruction', (node) => `manual: ${wordsOf(node)}`],
  ['message', (node) => `message: ${wordsOf(node)}`],
  ['close', (node) => `close: ${node.getAttribute('aria-label')}`],
  ['skip', (node) => `${node.getAttribute('type') === 'button' ? 'skip' : node.localName}: ${wordsOf(node)}`],
  [
    'status',
    (node) => `${node.getAttribute('role')}${wordsOf(node) && ` ${data(node, 'tone')}`}: ${wordsOf(node)}`.trim(),
  ],
  [
    'row',
    (node) => {
      const href = node.getAttribute('href');
      return `action ${data(node, 'action')}: ${wordsOf(node)}${href ? ` → ${href}` : ''}`;
    },
  ],
  ['number', (node) => `number: ${wordsOf(node)}`],
  ['paper-link', (node) => `paper link: ${wordsOf(node)}`],
  ['consent', (node) => `consent: ${wordsOf(node)}`],
];

function qrLines({ size, heading, caption }: NonNullable<OptInView['qr']>): string[] {
  return [`qr ${size}`, `qr heading: ${heading}`, `qr caption: ${caption}`];
}

function address(link: NonNullable<OptInView['link']>): string {
  return link.href === null ? '' : ` → ${link.href} ${link.target} ${link.rel}`;
}

function marked(text: RichText): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `⟨${piece.isolated}⟩`)).join('');
}

function wordsOf(node: Node): string {
  const pieces = [...node.childNodes].map((child) => {
    if (child.nodeType === child.TEXT_NODE) return child.textContent ?? '';
    if (child.nodeName === 'BDI' && (child as Element).getAttribute('dir') === 'ltr') return `⟨${child.textContent}⟩`;
    return wordsOf(child);
  });
  return pieces.join('');
}

function data(node: Element, name: string): string | null {
  return node.getAttribute(`data-${name}`);
}

/** The accessible name of the card: its heading, or a label if it shows none. */
function nameOf(card: Element): string {
  const id = card.getAttribute('aria-labelledby');
  if (id === null) return card.getAttribute('aria-label') ?? '';
  const heading = (card.getRootNode() as Document | ShadowRoot).getElementById(id);
  if (!heading?.classList.contains('whatsapp-optin-heading')) throw new Error('The card is not named by its heading.');
  return heading.textContent ?? '';
}
