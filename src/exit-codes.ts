/** How the server ends, for whoever restarts it. */
export const EXIT = {
  /** It was asked to stop. */
  stopped: 0,
  /** Something broke; a fresh start may mend it. */
  fault: 1,
  /** Settings are missing or wrong (`EX_CONFIG` of sysexits.h): starting again changes nothing. */
  settings: 78,
} as const;
