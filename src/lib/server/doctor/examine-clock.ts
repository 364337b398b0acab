import { counted } from '../counted';
import { doubtOf } from '../retention/calendar';
import { datedAhead, seenNow } from '../retention/count-days';
import type { Services } from '../services';
import type { Calendar } from '../store/port';
import { fine, look, type DoctorLine } from './line';

/** Whether the clock is taken at its word, by which stories are erased when their time is over. */
export async function clockLine(services: Pick<Services, 'store' | 'now'>): Promise<DoctorLine> {
  const { state, says } = lineOf(await seenNow(services));
  const ahead = await datedAhead(services);
  if (ahead === 0) return { state, says };
  return look(
    `${says} ${counted(ahead, 'story is', 'stories are')} dated later than today, since the clock was ahead then, and kept so much longer. \`sheaf clock --was-wrong\` keeps every story as if it had arrived today.`,
  );
}

function lineOf(calendar: Calendar): DoctorLine {
  const doubt = doubtOf(calendar);
  const says = `The clock says ${dayIn(calendar.clock)}`;
  if (doubt === null) return fine(`${says}, as was counted here.`);
  const day = `${says}; ${dayIn(calendar.today)} is the day that was counted here`;
  if (doubt.kind === 'behind')
    return look(
      `${day}. Stories are kept longer meanwhile: set the clock right; if it is, say \`sheaf clock --was-wrong\`.`,
    );
  return look(
    `${day}, ${counted(doubt.days, 'day')} fewer. Stories go by the day that was counted. If the clock is wrong, set it right. If it is right, say \`sheaf clock --was-off\` where this server stood still meanwhile, or \`sheaf clock --was-wrong\` where its clock was wrong before.`,
  );
}

function dayIn(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
