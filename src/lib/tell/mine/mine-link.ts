import type { Device } from '../../device/device';
import MineLink from './MineLink.svelte';

/** What leads to My stories; null where none would be shown there. */
export async function mineLink({ own }: Pick<Device, 'own'>): Promise<typeof MineLink | null> {
  const listed = await own.list();
  return listed.kind === 'kept' && listed.value.some(({ shown }) => shown) ? MineLink : null;
}
