export interface Welcome {
  readonly origin: string;
  /** Null where no programme takes stories yet. */
  readonly collector: string | null;
  readonly programme: string;
  readonly firstStewardToken: string | null;
  /** Origins for phones on the local network; empty without --https. */
  readonly phones: readonly string[];
}

/** What a person who has just started the server needs next. */
export function welcome({ origin, collector, programme, firstStewardToken, phones }: Welcome): string {
  const lines = [`Sheaf is running at ${origin}`, ''];
  if (collector !== null) {
    lines.push(`  Tell a story    ${origin}/t/${collector}`);
    lines.push(`  Other links     ${origin}/studio/${programme}/links`);
    lines.push('                  (a tablet that people share needs one of its own: this one lets stories stay on it)');
  }
  lines.push(`  Explore         ${origin}/explore/${programme}`);
  if (firstStewardToken !== null) {
    // In the fragment: it is never sent, so no proxy logs it.
    lines.push(`  First steward   ${origin}/first-steward#${firstStewardToken}`);
    lines.push('                  (works once, for three days; a new one is printed at each start until it is used)');
  }
  if (collector !== null && phones.length > 0) {
    lines.push('', '  On a phone in the same network (it asks once about the self-made certificate):');
    for (const phone of phones) lines.push(`                  ${phone}/t/${collector}`);
  }
  return `${lines.join('\n')}\n`;
}
