import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '$lib/domain/story/content-hash';
import { ACCEPTED_VERSIONS, PROTOCOL_VERSION } from '$lib/protocol/version';
import { WIRE_MESSAGES, jsonSchemaOf, wireSchema } from '$lib/server/wire-schema';

/**
 * The shape of the wire in each version. When the hash of the current version differs, a message has changed: count
 * PROTOCOL_VERSION up, write its line in protocol/version.ts, and add its hash here. Entries of the past stay.
 */
const HISTORY: Readonly<Record<number, string>> = {
  1: '126cd97910dd15d0',
  2: '085f96a81f8fcd76',
};

function shapeOfTheWire(): string {
  const shapes = Object.entries(WIRE_MESSAGES).map(([name, schema]) => [name, jsonSchemaOf(schema)]);
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(shapes) as Json)) // JSON Schemas are JSON
    .digest('hex')
    .slice(0, 16);
}

describe('the wire', () => {
  it('has the shape that its version number stands for', () => {
    expect(shapeOfTheWire()).toBe(HISTORY[PROTOCOL_VERSION]);
  });

  it('notices a message that changes', () => {
    const changed = { ...jsonSchemaOf(WIRE_MESSAGES.pushItem), required: [] };
    expect(canonicalJson(changed as Json)).not.toBe(canonicalJson(jsonSchemaOf(WIRE_MESSAGES.pushItem) as Json)); // JSON Schemas are JSON
  });

  it('still understands every version that a shell in the field may speak', () => {
    expect(ACCEPTED_VERSIONS).toContain(PROTOCOL_VERSION);
    expect(Object.keys(HISTORY).map(Number)).toEqual(expect.arrayContaining([...ACCEPTED_VERSIONS]));
  });

  it('is published as JSON Schema, with the story', () => {
    const { $defs } = wireSchema() as { $defs: Record<string, { type?: string; properties?: object }> };
    expect(Object.keys($defs)).toEqual(expect.arrayContaining(['pushRequest', 'pushResponse', 'story', 'edition']));
    expect($defs['story']?.type).toBe('object');
    expect(Object.keys($defs['story']?.properties ?? {})).toContain('consent');
  });
});
