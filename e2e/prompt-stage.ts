import type { Page } from '@playwright/test';
import { violations, type Renderer, type PromptSite } from './prompt-page.js';

type Settings = Readonly<Record<string, string>>;

interface StageLook {
  viewport?: { width: number; height: number };
  media?: Parameters<Page['emulateMedia']>[0];
  /** Each prompt gets its own frame. An element that is fixed to the window is fixed to the frame instead. */
  framed?: boolean;
  /** Style sheet of the page, after every other one. */
  sheet?: string;
}

const VIEWPORT = { width: 1280, height: 720 };
const MEDIA = {
  media: null,
  colorScheme: 'light',
  reducedMotion: 'no-preference',
  forcedColors: 'none',
  contrast: 'no-preference',
} as const;

/** A page on which one test after the other puts its prompts: a fresh page each would take most of their time. */
export class PromptStage {
  readonly errors: string[] = [];
  private gallery = 0;

  private constructor(
    readonly page: Page,
    private readonly home: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(page: Page, site: PromptSite, renderer: Renderer): Promise<PromptStage> {
    const stage = new PromptStage(page, site.page(renderer, { 'test-state': 'idle', phone: '+966500000000' }));
    await page.goto(stage.home);
    await page.locator('.whatsapp-optin').first().waitFor();
    return stage;
  }

  /** Takes down what the last test has left, and puts up these prompts, each named by the element's attributes. */
  async show(prompts: Settings | readonly Settings[], look: StageLook = {}): Promise<void> {
    const list = [prompts].flat();
    this.errors.length = 0;
    this.gallery += 1;
    const viewport = look.viewport ?? VIEWPORT;
    const { width, height } = this.page.viewportSize() ?? VIEWPORT;
    if (width !== viewport.width || height !== viewport.height) await this.page.setViewportSize(viewport);
    await this.page.emulateMedia({ ...MEDIA, ...look.media });
    await this.page.context().setOffline(false);
    // Where the last test has left the pointer, a control would be hovered.
    await this.page.mouse.move(0, 0);
    await this.page.evaluate(
      ({ settings, framed, number, css }) => {
        const page = globalThis as unknown as {
          violations: string[];
          ownSheets?: CSSStyleSheet[];
          gallery(list: unknown, number: number): void;
        };
        page.ownSheets ??= [...document.adoptedStyleSheets];
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [...page.ownSheets, sheet];
        page.violations.length = 0;
        localStorage.clear();
        sessionStorage.clear();
        for (const node of [document.documentElement, document.body]) node.removeAttribute('style');
        const main = document.querySelector('main');
        main?.removeAttribute('style');
        if (main) main.className = framed ? 'framed' : '';
        for (const other of [...(main?.children ?? [])]) if (other.id !== 'root') other.remove();
        for (const other of [...document.body.children])
          if (other !== main && other.localName !== 'script') other.remove();
        (document.activeElement as HTMLElement | null)?.blur();
        scrollTo(0, 0);
        page.gallery(settings, number);
      },
      { settings: list, framed: look.framed ?? false, number: this.gallery, css: look.sheet ?? '' },
    );
    const locales = list.map(({ locale = 'en' }) => locale);
    await this.page.waitForFunction(allRendered, { locales, number: this.gallery });
  }

  violations(): Promise<string[]> {
    return violations(this.page);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** In the page: every prompt is there, in its own language, and so is every QR whose text is known. */
function allRendered({ locales, number }: { locales: string[]; number: number }): boolean {
  const frames = [...document.querySelectorAll(`.frame[data-gallery="${number}"]`)];
  const prompts = frames.map((frame) => {
    const root = frame.querySelector('whatsapp-optin')?.shadowRoot ?? frame;
    const prompt = root.querySelector<HTMLElement>('.whatsapp-optin[data-display]');
    return root.querySelector('.whatsapp-optin-code:empty') ? undefined : prompt?.lang;
  });
  return prompts.join() === locales.join();
}
