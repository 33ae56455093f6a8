/** What a host has around a sample: names of its own, and packages whose types are not installed here. */
export const SAMPLE_HOST = `
import type { WhatsAppOptIn, createWhatsAppOptIn as create } from '@whatsapp-optin/server';
import type { ProvidersOptions } from '@whatsapp-optin/server';
import type { WhatsAppNotificationPrompt as Prompt } from '@whatsapp-optin/react';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReactElement } from 'react';

interface HostApp {
  get(path: string, ...handlers: unknown[]): void;
  post(path: string, ...handlers: [...unknown[], (request: HostRequest, response: HostResponse) => void]): void;
  use(...handlers: unknown[]): void;
  listen(port: number, onListening?: () => void): void;
}
interface HostRequest {
  body: Buffer;
  headers: Record<string, string>;
}
interface HostScope {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(type: string, parser: (request: unknown, payload: unknown, done: (error: null) => void) => void): void;
  all(path: string, handler: (request: { raw: IncomingMessage }, reply: HostReply) => Promise<void>): void;
}
interface HostReply {
  hijack(): void;
  raw: ServerResponse;
}
interface HostResponse {
  sendStatus(status: number): void;
  json(body: unknown): void;
}

declare global {
  namespace NodeJS {
    interface ProcessEnv {
      CLINIC_SECRET_KEY: string;
      CLINIC_ADMIN_KEY: string;
      BAKERY_SECRET_KEY: string;
      BAKERY_ADMIN_KEY: string;
      DATABASE_URL: string;
      WHATSAPP_OPTIN_WEBHOOK_SECRET: string;
    }
  }
  const createWhatsAppOptIn: typeof create;
  const app: WhatsAppOptIn & HostApp;
  const optIn: WhatsAppOptIn;
  const fastify: { register(plugin: (scope: HostScope) => Promise<void>): Promise<void> };
  const webhookUrl: string;
  const webhookToken: string;
  const express: { (): HostApp; raw(options: object): unknown; json(): unknown; static(folder: string): unknown };
  const WhatsAppNotificationPrompt: typeof Prompt;
  const clinicMeta: NonNullable<ProvidersOptions['meta']>;
  const bakeryMeta: NonNullable<ProvidersOptions['meta']>;
  const customer: { phone: string };
  const ticket: { ticketNumber: string; organizationName: string; companyWhatsAppNumber: string };
  const button: HTMLButtonElement;
  const server: string;
  const optInId: string;
  const clientToken: string;
  const yourSender: { send(ticketId: string, notice: { title: string; body: string }): Promise<number> };
  function fetchStaffToken(): Promise<string>;
  function markReachable(ticketId: string | null): Promise<void>;
  function render(element: ReactElement): void;
  function showHowToAddToHomeScreen(): void;
  function startYourServer(options: object): Promise<{ url: string; close(): Promise<void> }>;
}
`;

/** Of React Native what the guide names. */
export const REACT_NATIVE_TYPES = `
declare module 'react-native' {
  import type { ComponentType, ReactNode } from 'react';
  export const Linking: { openURL(url: string): Promise<void> };
  export const AppState: {
    currentState: 'active' | 'background' | 'inactive';
    addEventListener(type: 'change', listener: (state: string) => void): { remove(): void };
  };
  interface HostProps {
    accessibilityRole?: 'header' | 'link' | undefined;
    children?: ReactNode;
  }
  export const View: ComponentType<HostProps>;
  export const Text: ComponentType<HostProps>;
  export const Pressable: ComponentType<HostProps & { onPress(): void }>;
}
`;

export const EXPRESS_TYPES = `declare module 'express' { const create: typeof express; export default create; }`;
