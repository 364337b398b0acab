import * as z from 'zod/mini';
import { OfferedLanguageSchema } from '../domain/programme/public-programme';
import { StaffRoleSchema } from '../domain/programme/staff-role';

export const MembershipSchema = z.object({
  programme: z.string(),
  name: z.string(),
  state: z.string(),
  origin: z.string(),
  roles: z.array(StaffRoleSchema),
});
export type Membership = z.infer<typeof MembershipSchema>;

/** Who is signed in and which programmes this person may enter. */
export const MeSchema = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  memberships: z.array(MembershipSchema),
});
export type Me = z.infer<typeof MeSchema>;

export const PublicProgrammeListSchema = z.object({
  programmes: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      state: z.string(),
      origin: z.string(),
      /** To be read in beside English; left out = none. */
      languages: z.optional(z.array(OfferedLanguageSchema)),
    }),
  ),
});
export type PublicProgrammeList = z.infer<typeof PublicProgrammeListSchema>;
