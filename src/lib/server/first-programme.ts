import content from '../domain/framework/content/sheffield-send.json';
import { AUDIENCES } from '../domain/audience';
import { FrameworkSchema } from '../domain/framework/framework';
import type { Collector } from '../domain/programme/collector';
import { forAnybody } from '../domain/programme/for-anybody';
import { SHEFFIELD_TRIAL } from '../domain/programme/sheffield-trial';
import { createCollector } from './collectors/create-collector';
import type { Services } from './services';

/**
 * Sees to it that a fresh installation has something to open: the Sheffield programme in trial with one collector.
 * Does nothing where people already tell (imported and synthetic programmes do not count). @returns a collector of it that
 * lets people in now, if there is one
 */
export async function openFirstProgramme(
  services: Pick<Services, 'store' | 'now' | 'random'>,
): Promise<{ collector: Collector | null }> {
  const { store, now } = services;
  // A later release may ship a later version; published ones never change.
  const framework = FrameworkSchema.parse(content);
  if ((await store.framework(framework)) === null) await store.publishFramework(framework);
  const told = (await store.programmes()).some(({ origin }) => origin === 'told');
  if (!told) await store.createProgramme(SHEFFIELD_TRIAL);
  const programme = await store.programme(SHEFFIELD_TRIAL.slug);
  if (programme === null) return { collector: null };
  // Stories keep the version they were told with; what is counted has the same ids in each.
  const { id, version } = framework;
  if (programme.framework.id === id && programme.framework.version < version) {
    await store.saveProgramme({ ...programme, framework: { id, version } });
    const subject = `${id}@${version}`;
    await store.appendAudit({
      at: now(),
      actor: 'system',
      action: 'programme.framework',
      programme: programme.slug,
      subject,
    });
  }
  const known = await store.collectorsOf(programme.slug);
  if (known.length > 0) return { collector: known.find((one) => forAnybody(one, programme, now())) ?? null };
  return { collector: await createCollector(services, FIRST_COLLECTOR) };
}

const FIRST_COLLECTOR: Omit<Collector, 'code'> = {
  programme: SHEFFIELD_TRIAL.slug,
  name: 'First link',
  frameworkPolicy: 'latest',
  framework: SHEFFIELD_TRIAL.framework,
  audiences: [...AUDIENCES],
  mode: 'open',
  opensAt: null,
  closesAt: null,
  limit: null,
  revoked: false,
};
