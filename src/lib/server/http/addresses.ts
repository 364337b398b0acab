import { networkInterfaces } from 'node:os';

/** The addresses under which machines of the local network find this one (IPv4: people type them). */
export function localAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}
