/** Why an answer could not be read: a clause for the message, and what to write instead. */
export interface Unreadable {
  readonly fault: string;
  readonly hint?: string;
}
