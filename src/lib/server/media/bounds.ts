const DAY_MS = 24 * 60 * 60 * 1000;

/** Bytes that have arrived from one collector at most: about 8,000 recordings of five minutes. One link must not fill the disk. */
export const MAX_COLLECTOR_BYTES = 20 * 1024 ** 3;
/** Bytes of one collector's unfinished uploads at most: a hall of tablets, each with a file under way. */
export const MAX_UNFINISHED_BYTES = 1024 ** 3;
/** And so many of them: each is two files, and all are counted whenever one begins. */
export const MAX_UNFINISHED_FILES = 2_000;
/** Where there is no room for another, one that has got nothing for so long makes room, and begins again if it goes on. */
export const IDLE_MS = 10 * 60 * 1000;
/** An upload that has not come to its end by then begins again. */
export const UNFINISHED_DAYS = 7;
/**
 * A file that no story names by then is removed: its story was refused, or never came. Longer by 30 days than a jump of the
 * clock that is believed (`PLAUSIBLE_MS`), after which its story may still wait on a device.
 */
export const UNNAMED_DAYS = 60;

/** A file that arrives after its story was taken back waits so long for another story that names it. */
export const LET_GO_MS = 60 * 60 * 1000;
export const UNFINISHED_MS = UNFINISHED_DAYS * DAY_MS;
export const UNNAMED_MS = UNNAMED_DAYS * DAY_MS;
/** Bytes in the folder that no table knows: left by a crash between the two, or just being written. */
export const STRAY_MS = DAY_MS;
