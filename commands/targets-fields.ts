/** What a submitted modal of ours holds and how it is answered: fields, metadata, and the acknowledgement. */
import type { ModalView } from '@slack/types';
import type { PublishDeps } from '../src/publish.ts';
import type { TargetsCall } from './targets-ledger.ts';

/** What a person chose or typed, by block id and action id, as Slack hands it over. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A modal that was submitted. */
export interface Submission {
  readonly call: TargetsCall;
  readonly publishing: PublishDeps;
  /** The modal's `private_metadata`. */
  readonly metadata: string;
  readonly values: StateValues;
}

/** What Slack hears at once, and the view that takes its place when slower work is done. */
export interface SubmissionAnswer {
  readonly ack:
    | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
    | { readonly response_action: 'update'; readonly view: ModalView };
  readonly after?: () => Promise<ModalView>;
}

/** A text our own modal carries; '' for anything else. */
export function metadataText(metadata: string, key: string): string {
  const value = metadataOf(metadata)[key];
  return typeof value === 'string' ? value : '';
}

/** What our own modal carries; nothing for anything else. */
export function metadataOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

interface FieldState {
  readonly value?: unknown;
  readonly selected_date?: unknown;
  readonly selected_option?: unknown;
}

/** The text of a field, whatever its kind; '' when it is empty or not there. */
export function fieldText(values: StateValues, block: string): string {
  const { value, selected_date, selected_option: option } = { ...values[block]?.v } as FieldState;
  const chosen = typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;
  const text = value ?? selected_date ?? chosen;
  return typeof text === 'string' ? text : '';
}
