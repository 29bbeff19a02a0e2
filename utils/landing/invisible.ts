/** Soft hyphen, joiners, marks of direction, variation selectors, byte order mark: what prints nothing. */
const INVISIBLE = /[\u034f\ufe00-\ufe0f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Text without what is between its letters and not seen: '立\u200b即\u2060注册' → '立即注册'. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');
