import { setImmediate as endOfTurn } from 'node:timers/promises';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** One life of a server: from its start to its death. What it waits for after its death never comes. */
export interface Life {
  isDead: boolean;
  /** While it starts, nothing of it is held back. */
  isFree: boolean;
}

/** Every effect of the servers, one at a time, in the order of one seed. */
export interface Schedule {
  /** 0 ≤ x < 1, the next one of the seed. */
  random(): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Effects that have happened. */
  readonly steps: number;
  readonly waiting: number;
  /** Resolves with the result of `effect`, when the seed has chosen it. */
  wait<T>(life: Life, effect: () => Promise<T>): Promise<T>;
  /** Lets one of the waiting effects happen, and its consequences reach their next effect. @returns `false`: none waits. */
  step(): Promise<boolean>;
  kill(life: Life): void;
}

/** Turns of the event loop after which what follows an effect waits for the next one. */
const TURNS = 6;

export function createSchedule(seed: number): Schedule {
  const generator = xoroshiro128plus(seed);
  let steps = 0;
  let waiting: { life: Life; happen: () => Promise<void> }[] = [];

  const random = (): number => uniformFloat64(generator);
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) throw new Error('There is nothing to pick from.');
    return chosen;
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) await endOfTurn();
  };

  return {
    random,
    pick,
    chance: (share) => random() < share,
    get steps() {
      return steps;
    },
    get waiting() {
      return waiting.length;
    },
    wait<T>(life: Life, effect: () => Promise<T>) {
      if (life.isFree) return effect();
      return new Promise<T>((resolve, reject) => {
        if (life.isDead) return;
        const happen = async (): Promise<void> => {
          const outcome = await Promise.allSettled([effect()]);
          if (life.isDead) return;
          const [one] = outcome;
          if (one.status === 'fulfilled') resolve(one.value);
          else reject(one.reason as Error);
        };
        waiting.push({ life, happen });
      });
    },
    async step() {
      await settle();
      if (waiting.length === 0) return false;
      const index = Math.floor(random() * waiting.length);
      const [chosen] = waiting.splice(index, 1);
      steps += 1;
      await chosen?.happen();
      await settle();
      return true;
    },
    kill(life) {
      life.isDead = true;
      waiting = waiting.filter((one) => one.life !== life);
    },
  };
}
