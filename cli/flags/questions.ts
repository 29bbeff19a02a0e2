/** The standard questions, each a file of docs/analysis. */
export const QUESTIONS = {
  'flags-per-page': 'Flags per page by day',
  'exchanges-by-script': 'Exchanges by script and payment rail',
  'first-and-last-seen': 'First and last seen by domain',
  'succession-edges': 'Succession candidates that more than one participant saw',
  'list-versions': 'List versions in use',
} as const;
export type Question = keyof typeof QUESTIONS;
