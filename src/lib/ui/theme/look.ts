/** The looks a person can choose; `device` follows the settings of phone or computer. */
export const LOOKS = ['device', 'light', 'dark', 'cream', 'contrast', 'contrast-dark'] as const;
export type Look = (typeof LOOKS)[number];

/** `static/theme.js` reads the same key before the first paint. */
export const LOOK_KEY = 'sheaf.look';

export function readLook(stored: string | null): Look {
  return LOOKS.find((look) => look === stored) ?? 'device';
}
