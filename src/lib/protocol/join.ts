import * as z from 'zod/mini';
import { StaffRoleSchema } from '../domain/programme/staff-role';

const person = {
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  email: z.email(),
  password: z.string().check(z.minLength(12), z.maxLength(128)),
};

/** The one-time link printed at the first start makes the first steward. */
export const FirstStewardRequestSchema = z.object({ token: z.string(), ...person });
export const InvitationRequestSchema = z.object({
  programme: z.string(),
  roles: z.array(StaffRoleSchema).check(z.minLength(1)),
  note: z.optional(z.string().check(z.maxLength(200))),
});
export const InvitationResponseSchema = z.object({ link: z.string(), expiresAt: z.iso.datetime() });
export const AcceptInvitationRequestSchema = z.object({ token: z.string(), ...person });
/** By somebody who is signed in already. */
export const AcceptAsSignedInRequestSchema = z.object({ token: z.string() });
