import type { Device } from './device';
import type { StorageProblem } from './kept';
import { openWith, type Surroundings } from './open-with';
import { wholeParts } from './whole-parts';

/** Opens the device with everything it can do. Pages open it lightly (open-device-lightly.ts). */
export function openDevice(
  surroundings: Partial<Surroundings> = {},
): Promise<{ kind: 'open'; device: Device } | StorageProblem> {
  return openWith(wholeParts, surroundings);
}
