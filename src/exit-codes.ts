/** How the server ends, for whoever restarts it. */
export const EXIT = {
  /** It was asked to stop. */
  stopped: 0,
  /** Something broke; a fresh start may mend it. */
  fault: 1,
  /** It wants to be started again at once, on a restored database (`EX_TEMPFAIL` of sysexits.h). */
  restart: 75,
  /** Settings are missing or wrong (`EX_CONFIG` of sysexits.h): starting again changes nothing. */
  settings: 78,
} as const;
