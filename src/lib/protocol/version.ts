/**
 * The version every message of the wire carries. A test hashes the message schemas: change one and you must count
 * this up and write its line here.
 *
 * 1: push of stories with receipts and help requests; collector exchange; editions.
 * 2: a link may say in which languages its texts can be heard.
 */
export const PROTOCOL_VERSION = 2;

/** Versions a server still understands: a shell cached months ago must still be able to hand over its stories. */
export const ACCEPTED_VERSIONS: readonly number[] = [1, 2];
