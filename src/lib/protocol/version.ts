/**
 * The version every message of the wire carries. A test hashes the message schemas: change one and you must count
 * this up and write its line here.
 *
 * 1: push of stories with receipts and help requests; collector exchange; editions.
 * 2: files of stories, by the tus protocol, with an answer of their own; a picture strip and a helper in stories; "none"
 *    of all three labels; a way to be reached travels sealed; the way with tellers under 13, the corner order and the key
 *    with a collector; consents by others; calls for help; the languages a programme is offered in,
 *    and those in which the texts of a link can be heard; a new revision takes the place of the one before; receipts are
 *    looked up, sharing is lowered, stories are taken back.
 */
export const PROTOCOL_VERSION = 2;

/** Versions a server still understands: a shell cached months ago must still be able to hand over its stories. */
export const ACCEPTED_VERSIONS: readonly number[] = [1, 2];
