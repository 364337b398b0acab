import { tellingLock } from '../sync/telling-lock';
import { trustedScriptUrl } from '../ui/trusted/script-url';

/**
 * Registers the service worker after the page has loaded, and lets a new version take over when no story is under way: at
 * the next visit, or when the story in this page has ended. The page that asked is then loaded again, so that no page
 * runs with files that are gone (service-worker/take-over.ts has the other half). Without workbox-window, whose 2 kB
 * would go over the page's budget for what a few lines do.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  // The first worker of a page is no new version; every one after it is, also for a page that stays open for weeks.
  let isUpdate = workers.controller !== null;
  let owed = false;
  let registration: ServiceWorkerRegistration | null = null;
  // A story may begin while a new version is taking over: it goes on, and the page is loaded anew once it has ended.
  const whenFree = () => {
    if (tellingLock.held) return;
    if (owed) location.reload();
    else registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  };
  tellingLock.whenEnded(whenFree);
  workers.addEventListener('controllerchange', () => {
    owed = isUpdate;
    isUpdate = true;
    whenFree();
  });
  try {
    registration = await workers.register(trustedScriptUrl('/service-worker.js'));
    registration.addEventListener('updatefound', () => {
      const found = registration?.installing;
      found?.addEventListener('statechange', () => {
        if (found.state === 'installed') whenFree();
      });
    });
    whenFree();
  } catch {
    // Private mode, a policy, or no network for the script: Tell works online without it and the next visit tries again.
  }
}
