/** Changes whenever a rule of deciding changes, so that a flag can be traced to the rules that made it. */
export const DETECTOR_VERSION = '1';
