/** The token of a one-time link: the part after `#`, which browsers never send and servers never log. */
export function tokenOf(hash: string): string {
  return hash.replace(/^#/, '').replace(/^token=/, '');
}
