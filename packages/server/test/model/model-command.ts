import type fc from 'fast-check';
import type { FactsOfAll } from './facts.js';
import { expectInvariants } from './invariants.js';
import type { ModelWorld } from './model-world.js';
import type { OrganizationId } from './organizations.js';
import type { ReferenceModel } from './reference-model.js';

export interface Run {
  world: ModelWorld;
  before: FactsOfAll;
}

export interface Changed {
  /** The only organization that it may touch. */
  org?: OrganizationId;
  /** It may send nothing. */
  mute?: boolean;
  /** Whom it erased. */
  erased?: string;
  /** It cannot have changed anything stored, moments apart. */
  still?: boolean;
  /** Teaches the model what the command decided, where the rules leave it to the server, and checks it. */
  learn?(after: FactsOfAll): void;
}

export type Effect = (model: ReferenceModel, run: Run) => Promise<Changed>;

/** A command that says itself, so that a failure can be read and replayed. */
export class ModelCommand implements fc.AsyncCommand<ReferenceModel, Run> {
  readonly #name: string;
  readonly #effect: Effect;

  constructor(name: string, effect: Effect) {
    this.#name = name;
    this.#effect = effect;
  }

  check(): boolean {
    return true;
  }

  async run(model: ReferenceModel, run: Run): Promise<void> {
    const { world, before } = run;
    const sentBefore = world.sends.length;
    const { org = null, mute = false, still = false, erased = null, learn } = await this.#effect(model, run);
    const after = still ? before : await world.facts();
    learn?.(after);
    const { sends } = world;
    expectInvariants({ model, before, after, sends, sentBefore, nowMs: world.nowMs(), org, mute, erased });
    run.before = after;
  }

  toString(): string {
    return this.#name;
  }
}
