import { chromiumKilled } from './entries/chromium-killed';
import { chromiumKilledRecording } from './entries/chromium-killed-recording';
import { idleAfterRestore } from './entries/idle-after-restore';
import { newVersionTwoTabs } from './entries/new-version-two-tabs';
import { otherVersion } from './entries/other-version';
import { phonePowerCut, profileCopied } from './entries/phone-power';
import { storageSqueezed } from './entries/storage-squeezed';
import { storeUpgradeKilled } from './entries/store-upgrade-killed';
import { thousandsWaiting } from './entries/thousands-waiting';
import type { Fault } from './fault';

/** What happens to phones, in a real browser. */
export const DEVICE_FAULTS: readonly Fault[] = [
  chromiumKilled,
  chromiumKilledRecording,
  phonePowerCut,
  profileCopied,
  storageSqueezed,
  storeUpgradeKilled,
  newVersionTwoTabs,
  otherVersion,
  idleAfterRestore,
  thousandsWaiting,
];
