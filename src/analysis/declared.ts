import { type Clash, clashOf } from './clash.ts';
import { isOwnPair } from './compare.ts';
import type { Asked, Said } from './said.ts';

/** Pairs of claims of which one says something about the other: denies it, or has been reviewed with it. */
export interface Declared {
  readonly has: (a: Said, b: Said) => boolean;
  /** Each pair once, with its clash as it is, and as it would be if nothing were declared. */
  readonly pairs: readonly DeclaredPair[];
}

export interface DeclaredPair {
  readonly sides: readonly [Said, Said];
  /** Of one speaker with itself, or of two. */
  readonly pair: 'own' | 'between';
  readonly clash: Clash | undefined;
  readonly plain: Clash | undefined;
}

export function declaredOn(asked: Asked, said: readonly Said[]): Declared {
  const byId = new Map(said.map((one) => [one.claim.id, one]));
  const others = new Map<Said, Set<Said>>();
  const pairs: DeclaredPair[] = [];
  for (const one of said) {
    const { denies = [], reviewed = [] } = one.claim;
    for (const id of [...denies, ...reviewed.map((review) => review.with)]) {
      const other = byId.get(id);
      if (other === undefined || other === one || others.get(one)?.has(other)) continue;
      others.set(one, (others.get(one) ?? new Set()).add(other));
      others.set(other, (others.get(other) ?? new Set()).add(one));
      const plain = clashOf(undeclared(one), undeclared(other), asked);
      pairs.push({
        sides: [one, other],
        pair: isOwnPair(one, other) ? 'own' : 'between',
        clash: clashOf(one, other, asked),
        plain,
      });
    }
  }
  return { has: (a, b) => others.get(a)?.has(b) === true, pairs };
}

function undeclared(said: Said): Said {
  const { denies: _denies, reviewed: _reviewed, ...claim } = said.claim;
  return { ...said, claim };
}
