import type { Drawing } from './drawing.js';

// Names that TypeScript looks up: what JSX is, where its children go, which elements there are.
export type Element = Drawing;

export interface ElementChildrenAttribute {
  children: unknown;
}

export type IntrinsicElements = Record<string, Readonly<Record<string, Drawing>>>;
