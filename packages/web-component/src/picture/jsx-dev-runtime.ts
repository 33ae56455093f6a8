// What a test runner's transform asks for in the place of `jsx-runtime`.
export { jsx as jsxDEV, type JSX } from './jsx-runtime.js';
