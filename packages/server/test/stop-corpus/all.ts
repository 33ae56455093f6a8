import { createHash } from 'node:crypto';
import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { ar } from './ar.js';
import { bn } from './bn.js';
import type { Corpus, Label, SourceKind } from './corpus.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fil } from './fil.js';
import { fr } from './fr.js';
import { hi } from './hi.js';
import { id } from './id.js';
import { ptBR } from './pt-BR.js';
import { tr } from './tr.js';
import { ur } from './ur.js';

const CORPORA: Readonly<Record<SupportedLocale, Corpus>> = {
  en,
  ar,
  es,
  'pt-BR': ptBR,
  fr,
  de,
  tr,
  ur,
  hi,
  bn,
  id,
  fil,
};

/** One labelled phrase. */
export interface Phrase {
  text: string;
  label: Label;
  locale: SupportedLocale;
  source: SourceKind;
  /** Of the tenth on which no table was tuned. */
  isHeldOut: boolean;
}

export const PHRASES: readonly Phrase[] = Object.entries(CORPORA).flatMap(([locale, corpus]) =>
  Object.entries(corpus).flatMap(([label, bySource]) =>
    Object.entries(bySource).flatMap(([source, texts]) =>
      texts.map((text) => ({
        text,
        label: label as Label,
        locale: locale as SupportedLocale,
        source: source as SourceKind,
        isHeldOut: isHeldOut(text),
      })),
    ),
  ),
);

/** By the phrase's own hash, so that nobody picks the tenth. */
function isHeldOut(text: string): boolean {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % 10 === 0;
}
