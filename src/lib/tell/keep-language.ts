/** Resolves once a worker answers this page's requests: only then is it true that Tell works without a network. */
function workerControls(container: ServiceWorkerContainer = navigator.serviceWorker): Promise<void> {
  // Not `ready`: that speaks of an active worker, which may not serve this page yet.
  if (container.controller !== null) return Promise.resolve();
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

/** Has the worker keep what a language needs, once there is one that serves this page. */
export async function keepLanguage(locale: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await workerControls();
  navigator.serviceWorker.controller?.postMessage({ type: 'KEEP_LANGUAGE', locale });
}
