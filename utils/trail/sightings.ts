import type { Observation } from './observation.ts';
import {
  affiliateSightings,
  assetsSighting,
  claimSighting,
  noticeSightings,
  type PresentName,
} from './page-sightings.ts';
import { redirectSighting } from './redirect.ts';
import type { Sighting } from './sighting.ts';

/** What the rules ask of the list. */
export interface TrailList {
  /** The name that stands for an exchange; null for one without an address. */
  presentName: PresentName;
  /** The name under which a host can be a candidate; null for a listed one, a service, and what is no host. */
  openName(host: string): string | null;
}

/** Everything that one document suggests, by every rule. */
export function sightingsOf(observation: Observation, list: TrailList): Sighting[] {
  return [
    redirectSighting(observation),
    assetsSighting(observation),
    claimSighting(observation, list.presentName),
    ...noticeSightings(observation, list.openName),
    ...affiliateSightings(observation, list.presentName, list.openName),
  ].filter((sighting) => sighting !== null);
}
