/** What was looked at: `fine`; `look` = it works, and somebody should look at it; `wrong` = it does not work or will not. */
export interface DoctorLine {
  readonly state: 'fine' | 'look' | 'wrong';
  /** What is so, and what to do about it. */
  readonly says: string;
}

export const fine = (says: string): DoctorLine => ({ state: 'fine', says });
export const look = (says: string): DoctorLine => ({ state: 'look', says });
export const wrong = (says: string): DoctorLine => ({ state: 'wrong', says });
