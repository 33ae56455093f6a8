/** What the tests use of jsdom 20.0.3, which is installed under a name of its own beside the current one. */
declare module 'jsdom-20' {
  export class JSDOM {
    constructor(html: string, options: { runScripts: 'outside-only'; url: string });
    readonly window: Window & typeof globalThis;
  }
}
