import * as z from 'zod/mini';

/** Which wording a teller was shown. Ids of signifiers, labels and options are the same for all four. */
export const AUDIENCES = ['child', 'youth', 'family', 'pro'] as const;
export const AudienceSchema = z.enum(AUDIENCES);
export type Audience = z.infer<typeof AudienceSchema>;

/** Whose words and placements a story holds. `scribed`: somebody else wrote the teller's words down. */
export const VOICES = ['own', 'supported', 'scribed', 'proxy'] as const;
export const VoiceSchema = z.enum(VOICES);
export type Voice = z.infer<typeof VoiceSchema>;
