import { chromiumKilled } from './entries/chromium-killed';
import { storageSqueezed } from './entries/storage-squeezed';
import { chromiumKilledRecording } from './entries/chromium-killed-recording';
import { phonePowerCut, profileCopied } from './entries/phone-power';
import type { Fault } from './fault';

/** What happens to phones, in a real browser. */
export const DEVICE_FAULTS: readonly Fault[] = [
  chromiumKilled,
  phonePowerCut,
  profileCopied,
  chromiumKilledRecording,
  storageSqueezed,
];
