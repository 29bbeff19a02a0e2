export const replay = 0 as never;
