/** Readers plan by the clock on their wall, not by the server's. One city, one zone; a programme elsewhere needs a policy. */
export const TIME_ZONE = 'Europe/London';
