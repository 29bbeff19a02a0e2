import { createContext } from 'preact';

/** Where the organisation that holds settings by policy takes reports: an https: or mailto: address; null without one. */
export const Support = createContext<string | null>(null);
