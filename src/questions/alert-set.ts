/** The standard set behind `/capwatch subscribe alerts`, in the words a person would type for each. Pure. */

/** Each as after `/capwatch alert when`. */
export const STANDARD_ALERTS: readonly string[] = [
  'divergence 10',
  'record',
  'next cut odds moves 10 in 5 days',
  'recovery',
];
