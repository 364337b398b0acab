import { openDevice } from '../../device/open-device';

/**
 * Whether others use this device, by the links that were opened on it: one that says so is enough. Null where none was,
 * and where the device does not answer.
 */
export async function sharedHere(): Promise<boolean | null> {
  const opened = await openDevice();
  if (opened.kind !== 'open') return null;
  const listed = await opened.device.collectors.list().finally(() => opened.device.close());
  if (listed.kind !== 'kept' || listed.value.length === 0) return null;
  return listed.value.some(({ mode }) => mode !== 'open');
}
