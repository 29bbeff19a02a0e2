/** Rooms whose code is changed by `npm run mutation`, with the property tests that are theirs. */
const PROPERTIES: Record<string, readonly string[]> = {
  domain: ['host-scan'],
  exchange: [],
  list: ['list-*'],
  lookalike: ['lookalike', 'host-scan'],
  landing: ['covered-names'],
  navigation: ['navigation'],
  verdict: [],
  sync: ['sync-*'],
};

export const ROOMS = process.env.ENSIGN_ROOMS?.split(',') ?? Object.keys(PROPERTIES);

const unknown = ROOMS.filter((room) => PROPERTIES[room] === undefined);
if (unknown.length > 0)
  throw new Error(`ENSIGN_ROOMS: ${unknown} is none of ${Object.keys(PROPERTIES).join(', ')}`);

const ofRooms = ROOMS.flatMap((room) => [
  `tests/unit/${room}/**/*.test.ts`,
  ...PROPERTIES[room]!.map((name) => `tests/property/${name}.test.ts`),
]);

/** A room's own tests, and no other's: what they miss is theirs to notice. Or those of them that are named. */
export const TESTS = process.env.ENSIGN_TESTS?.split(',') ?? ofRooms;
