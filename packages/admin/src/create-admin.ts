import { QueryCache, QueryClient } from '@tanstack/react-query';
import { directionOf, type OptInTheme } from '@whatsapp-optin/sdk';
import type { LiveTopic } from '@whatsapp-optin/sdk/contract';

import type { Admin } from './admin-context.js';
import { createAdminApi, type AdminApi, type AdminToken } from './connection/admin-api.js';
import { AdminError } from './connection/admin-error.js';
import { adminPaths } from './connection/admin-paths.js';
import { createLiveFeed, type LiveFeed } from './connection/live-feed.js';
import { staffQuery } from './connection/staff-query.js';
import type { AdminWordChanges } from './words/catalogue.js';
import { createFormatSource } from './words/format-source.js';
import { closestAdminLocale, createWords } from './words/create-words.js';

/** Where the dashboards find the server, and how they present themselves. */
export interface AdminOptions {
  /** Base URL of the companion server. @default the page's own origin */
  server?: string | undefined;
  /**
   * A short-lived token that the host's backend has got for this member of staff, or a function that fetches one. An admin
   * key never belongs in a browser. @default none: the session cookie of `/admin` serves
   */
  token?: AdminToken | undefined;
  /** BCP 47: English or Arabic; any other tag is English. @default 'en' */
  locale?: string | undefined;
  /** IANA zone in which moments are shown. @default the organization's */
  timeZone?: string | undefined;
  /** `auto` follows the device. @default 'auto' */
  theme?: OptInTheme | undefined;
  /** Texts in place of ours, by section and key. */
  words?: AdminWordChanges | undefined;
  /** The page brings the styles itself. @default false */
  noStyles?: boolean | undefined;
  /** @default the browser's */
  fetch?: typeof fetch | undefined;
}

/** What was asked for so shortly ago is not asked for again, unless an event says that it has changed. */
const FRESH_MS = 15_000;
/** Several changes in a breath are one. */
const BREATH_MS = 300;
/** A list of more pages than this is not asked for again by itself: it says that it has changed. */
const REFRESHED_PAGES = 3;

export function createAdmin(options: AdminOptions): Admin {
  const locale = closestAdminLocale(options.locale);
  const request: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const { server = '', token } = options;
  const queries = createQueries();
  const api: AdminApi = createAdminApi({
    server,
    token,
    readCsrfToken: async () => (await queries.fetchQuery(staffQuery(api))).csrfToken,
    fetch: request,
  });
  return {
    api,
    queries,
    live: refreshing(
      createLiveFeed((signal, lastEventId) =>
        api.open(
          adminPaths.stream,
          {},
          { signal, ...(lastEventId !== '' && { headers: { 'Last-Event-ID': lastEventId } }) },
        ),
      ),
      queries,
    ),
    i18n: createWords(locale, options.words),
    formats: createFormatSource(
      options.locale?.startsWith(locale) ? options.locale : locale,
      options.timeZone,
      queries,
    ),
    locale,
    dir: directionOf(locale),
    theme: options.theme ?? 'auto',
    noStyles: options.noStyles ?? false,
  };
}

function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // The first request after a sign-in has ended finds out.
      onError: (error, { queryKey: [topic] }) => {
        if (topic !== 'staff' && error instanceof AdminError && error.status === 401)
          void queries.invalidateQueries({ queryKey: ['staff'] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < 2 && error instanceof AdminError && isPassing(error.status),
      },
    },
  });
  return queries;
}

/** The same feed. A change refetches the queries of its topic, once for all components. Query keys begin with the topic. */
function refreshing(feed: LiveFeed, queries: QueryClient): LiveFeed {
  const changed = new Set<LiveTopic>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    for (const topic of changed) {
      void queries.invalidateQueries({ queryKey: [topic], predicate: ({ state }) => !isLong(state.data) });
    }
    changed.clear();
  };
  let holders = 0;
  let release = () => {};
  return {
    ...feed,
    subscribe(listener) {
      if (holders === 0) {
        release = feed.subscribe((topics) => {
          for (const topic of topics) changed.add(topic);
          timer ??= setTimeout(refresh, BREATH_MS);
        });
      }
      holders += 1;
      const unsubscribe = feed.subscribe(listener);
      return () => {
        unsubscribe();
        holders -= 1;
        if (holders === 0) release();
      };
    },
  };
}

function isLong(data: unknown): boolean {
  const pages = (data as { pages?: unknown } | undefined)?.pages;
  return Array.isArray(pages) && pages.length > REFRESHED_PAGES;
}

/** No answer, or one that says "later". */
function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}
