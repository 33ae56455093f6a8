// Named one by one and apart: a page that loads the whole package by its name loads twice as much.
export { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
