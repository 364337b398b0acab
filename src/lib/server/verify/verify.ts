import type { Services } from '../services';
import { damagedPlace } from '../store/damaged';
import { chainFindings } from './chain-findings';
import { fileFindings } from './file-findings';
import { journalFindings } from './journal-findings';
import { orphanFindings } from './orphan-findings';
import { recordingFindings } from './recording-findings';
import { notAsStored, rowFindings } from './row-findings';
import { storyFindings } from './story-findings';

export interface Verified {
  readonly kind: 'verified';
  /** One sentence for each thing that is not as it should be; none quotes a story. */
  readonly findings: readonly string[];
  readonly stories: number;
  readonly files: number;
}

/** Where so much is wrong, more lines help nobody. */
const MOST_FINDINGS = 1000;

/** Looks at everything that is kept: words against their hashes, files against their names, the chain of the audit. */
export async function verify(services: Services): Promise<Verified> {
  const counts = { stories: 0, files: 0 };
  const findings: string[] = [];
  const looks = [
    rowFindings,
    storyFindings,
    orphanFindings,
    fileFindings,
    recordingFindings,
    chainFindings,
    journalFindings,
  ];
  for (const look of looks) {
    try {
      for await (const finding of look(services, counts)) {
        if (findings.length >= MOST_FINDINGS)
          return { kind: 'verified', findings: [...findings, 'and more'], ...counts };
        findings.push(finding);
      }
    } catch (error) {
      // What it leads over cannot be read: the others are looked at all the same.
      const place = damagedPlace(error);
      if (place === null) throw error;
      findings.push(notAsStored(place));
    }
  }
  return { kind: 'verified', findings, ...counts };
}
