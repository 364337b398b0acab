import { services, type Services } from '../services';
import { createAccess, type Access } from './access';
import { sessionSecret } from './session-secret';

const made = new WeakMap<Services, Access>();

/** The access of the running server: one per services, so that its throttle counts every request. */
export function access(): Access {
  return accessOf(services());
}

export function accessOf(of: Services): Access {
  const known = made.get(of);
  if (known !== undefined) return known;
  const { store, accounts, limits, keys, now, random, log, settings, atRest } = of;
  const opened = createAccess({
    store,
    accounts,
    limits,
    keys,
    now,
    random,
    secret: sessionSecret(settings.data, atRest),
    // The library's own sentence could quote an address; that something failed is enough to look for it.
    onFault: () => log.error({ part: 'sign-in' }, 'the sign-in library reported a fault'),
  });
  made.set(of, opened);
  return opened;
}
