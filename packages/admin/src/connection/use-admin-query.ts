import { useInfiniteQuery, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LiveTopic } from '@whatsapp-optin/sdk/contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useAdmin } from '../use-admin.js';
import type { AdminApi, AdminQuery } from './admin-api.js';
import type { AdminError } from './admin-error.js';
import type { LiveStatus } from './live-feed.js';

/** Where there is no stream. */
const POLL_MS = 30_000;

/** A document of the admin API, kept true by the stream. @param path - `null`: not asked for yet. */
export function useAdminQuery<Answer>(
  topic: LiveTopic | 'none',
  path: string | null,
  query: AdminQuery = {},
): UseQueryResult<Answer, AdminError> {
  const { api, queries } = useAdmin();
  const status = useLive();
  return useQuery<Answer, AdminError>(
    {
      queryKey: [topic, path, query],
      queryFn: ({ signal }) => api.get<Answer>(path ?? '', query, signal),
      enabled: path !== null,
      refetchInterval: status === 'live' || topic === 'none' ? false : POLL_MS,
      placeholderData: (before) => before,
    },
    queries,
  );
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list of the admin API, page after page. */
export interface AdminList<Item, Answer extends Page<Item>> {
  items: readonly Item[];
  first: Answer | undefined;
  error: AdminError | null;
  isLoading: boolean;
  /** Another filter's rows are still shown. */
  isStale: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore(): void;
  refetch(): void;
  /** Something has changed since, and the list is too long to be asked for again by itself. */
  hasChanged: boolean;
}

const NONE: readonly never[] = [];

/** @param path - `null`: not asked for, and empty. */
export function useAdminList<Item, Answer extends Page<Item> = Page<Item>>(
  topic: LiveTopic | 'none',
  path: string | null,
  query: AdminQuery,
): AdminList<Item, Answer> {
  const { api, queries } = useAdmin();
  const status = useLive();
  const [changedAt, setChangedAt] = useState(0);
  const result = useInfiniteQuery<Answer, AdminError, { pages: Answer[]; items: readonly Item[] }, unknown[], string>(
    {
      queryKey: [topic, path, query],
      queryFn: ({ pageParam, signal }) =>
        api.get<Answer>(path ?? '', { limit: 100, ...query, ...(pageParam !== '' && { cursor: pageParam }) }, signal),
      enabled: path !== null,
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }) => nextCursor,
      select: ({ pages }) => ({ pages, items: pages.flatMap(({ items }) => items) }),
      placeholderData: (before) => before,
      refetchInterval: ({ state }) =>
        status === 'live' || topic === 'none' || (state.data?.pages.length ?? 0) > 1 ? false : POLL_MS,
    },
    queries,
  );
  useChanges(topic, setChangedAt);
  const { data, error, isLoading, isPlaceholderData, hasNextPage, isFetchingNextPage, dataUpdatedAt } = result;
  return {
    items: data?.items ?? NONE,
    first: data?.pages[0],
    error: data ? null : error,
    isLoading,
    isStale: isPlaceholderData,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void result.fetchNextPage();
    },
    refetch: () => void queries.resetQueries({ queryKey: [topic, path, query] }),
    hasChanged: (data?.pages.length ?? 0) > 3 && changedAt > dataUpdatedAt,
  };
}

/** An action of staff. Afterwards the queries of its topics are refetched. */
export function useAct<Input, Answer>(
  act: (api: AdminApi, input: Input) => Promise<Answer>,
  topics: readonly LiveTopic[],
) {
  const { api, queries } = useAdmin();
  return useMutation<Answer, AdminError, Input>(
    {
      mutationFn: (input) => act(api, input),
      onSettled: async () => {
        await Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
      },
    },
    queries,
  );
}

/** Holds the stream open while the component stands. */
export function useLive(): LiveStatus {
  const { live } = useAdmin();
  useEffect(() => live.subscribe(() => {}), [live]);
  return useSyncExternalStore(live.watchStatus, live.getStatus, () => 'off');
}

function useChanges(topic: LiveTopic | 'none', note: (at: number) => void): void {
  const { live } = useAdmin();
  useEffect(
    () =>
      live.subscribe((topics) => {
        if (topics.some((one) => one === topic)) note(Date.now());
      }),
    [live, topic, note],
  );
}
