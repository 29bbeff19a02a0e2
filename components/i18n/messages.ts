import type english from '../../assets/locales/en.json';

/** A key of assets/locales/en.json; every other locale has the same keys. */
export type MessageKey = keyof typeof english;

/** Messages with two forms, `<base>_one` and `<base>_other`; Chinese says the same in both. */
export type PluralBase = MessageKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Message text by key; '' where a locale lacks it. */
export type Lookup = (key: MessageKey) => string;
