/** A topic as formats for the web take it: what was said, by whom, where it appeared, and who has assessed it. */
export interface LinkedTopic {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly claims: readonly LinkedClaim[];
}

/** A claim; dates as ISO 8601 writes them, and only those that leave nothing open. */
export interface LinkedClaim {
  readonly id: string;
  readonly ask?: string;
  readonly speaker: LinkedSpeaker;
  /** The side spoken for, where it is not the speaker itself. */
  readonly party?: string;
  readonly says?: string;
  readonly quote?: string;
  readonly lang?: string;
  readonly translation?: string;
  readonly translator?: string;
  readonly date?: string;
  /** The day or period it speaks about. */
  readonly period?: string;
  readonly sources: readonly LinkedSource[];
  /** The source that came out before all others, where that is certain. */
  readonly first?: LinkedSource;
  readonly assessment?: LinkedAssessment;
}

/** Who said it; `is` where the ledger tells it. */
export interface LinkedSpeaker {
  readonly name: string;
  readonly is?: 'person' | 'organization';
  readonly role?: string;
  readonly url?: string;
}

export interface LinkedSource {
  readonly outlet?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly kind?: string;
  readonly url?: string;
  readonly archive?: string;
  readonly published?: string;
  readonly lang?: string;
}

/** What somebody else has published on a claim. */
export interface LinkedAssessment {
  readonly rating: string;
  readonly by: string;
  readonly on?: string;
  readonly url?: string;
}
