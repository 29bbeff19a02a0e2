declare const __ENSIGN_DETECTOR__: string;

/** The detector of this build; `ensign flags detector` finds its commits. */
export const DETECTOR_VERSION: string = __ENSIGN_DETECTOR__;
