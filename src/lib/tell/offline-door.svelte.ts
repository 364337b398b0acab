import { openDeviceLightly } from '../device/open-device-lightly';
import type { PublicCollector } from '../domain/programme/collector';

/** What this device can still do without a network: the collectors it knows, and how many stories wait on it. */
export class OfflineDoorway {
  #collectors: readonly PublicCollector[] | null = $state.raw(null);
  #waiting = $state(0);

  /** Null while it is being looked up. */
  get collectors(): readonly PublicCollector[] | null {
    return this.#collectors;
  }

  get waiting(): number {
    return this.#waiting;
  }

  async look(): Promise<void> {
    const opened = await openDeviceLightly();
    if (opened.kind !== 'open') {
      this.#collectors = [];
      return;
    }
    const [collectors, count] = await Promise.all([opened.device.collectors.list(), opened.device.outbox.count()]);
    opened.device.close();
    this.#collectors = collectors.kind === 'kept' ? collectors.value : [];
    this.#waiting = count.kind === 'kept' ? count.value.waiting + count.value.sending : 0;
  }
}
