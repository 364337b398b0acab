import type { Catalogue } from '../catalogue';

/**
 * Words of Tell's first screens and of the frame around every screen; what is needed later is in `telling.ts`, so that
 * it is loaded later. `key.child`, `key.youth`, `key.family`, `key.pro` stand in for `key` where an audience needs its
 * own; child words are for a reading age of 7, the others for 9. The framework's own texts (questions, consent, closing)
 * come with the edition.
 */
export const tell = {
  product: 'Sheaf',
  'title.start': 'Tell your story',
  'title.step': 'Step {now} of {of}',
  'title.thanks': 'Thank you',
  'title.trouble': 'This did not work',

  // The frame
  stop: 'Stop',
  /** Before anybody has said who they are; then the framework has its own words. */
  help: 'Get help now',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  send: 'Send',
  progress: 'Step {now} of {of}',
  'ways.label': 'Go on or back',
  'notice.trial': 'Trial programme: stories told here are only for trying it out.',
  'notice.trial.child': 'This is only a try-out.',
  'notice.synthetic': 'Made-up stories: this programme holds no real ones.',
  'notice.synthetic.child': 'The stories here are made up.',
  'notice.draft': 'The questions are a draft.',
  'notice.translation': 'This translation is a draft. No one has checked it yet.',
  'notice.trial.tag': 'Trial',
  'notice.trial.tag.child': 'Try-out',
  'notice.synthetic.tag': 'Made up',
  'notice.draft.tag': 'Draft',
  'notice.translation.tag': 'Draft',

  // Opening
  'start.heading': 'Tell your story',
  'start.lead':
    'Tell about one time, in your own words. Then show what it means to you. There are no wrong answers. You can stop at any time.',
  'start.opening': 'Opening …',
  'start.who': 'Who are you?',
  'start.language': 'Language',
  'start.language.failed': 'These words are not on this device. Go where you have signal. Then try again.',
  'start.one': 'Start',
  'who.child': 'A child',
  'who.child.hint': 'Few words, with pictures',
  'who.young_person': 'A young person',
  'who.young_person.hint': 'Up to 25',
  'who.parent_carer': 'A parent or carer',
  'who.family_other': 'Someone else in the family',
  'who.professional': 'I work with children or families',
  'start.found': 'You have a story here.',
  'start.found.more': 'It is on this device only. It was not sent.',
  'start.changing': 'You are changing a story here.',
  'start.changing.more': 'Until you send it, the first one stays.',
  'start.go_on': 'Go on with it',
  'start.new': 'Start new',
  'start.new.more': 'Start new throws the other one away.',
  'start.not_kept': 'This browser keeps nothing.',
  'start.not_kept.more':
    'It may be a private window, or it has no room left. You can tell your story now. But keep this page open, and stay where you have signal. To be safe, open the link in an ordinary window.',

  // Stopped, ended, and a receipt that is not here
  'stop.heading': 'Do you want to stop?',
  'stop.go_on': 'Go on',
  'stop.leave': 'Leave',
  'stop.leave.lead': 'You have not told anything yet. Nothing is kept.',
  'ended.kept.heading': 'Your story is kept for later.',
  'ended.kept.lead': 'It is on this device. Open the same link to go on.',
  'ended.thrown.heading': 'It is thrown away.',
  'ended.thrown.lead': 'No story was sent. Nothing is kept. You can close this page now.',
  'ended.left.heading': 'That is fine.',
  'ended.left.lead': 'Nothing is kept. You can close this page now.',
  'ended.no.lead': 'No story was sent. Nothing is kept. You can close this page now.',
  'ended.later.heading': 'Another time, then.',
  'ended.later.lead': 'Nothing is kept. Open the same link when you want to.',
  'ended.again': 'Back to the start',
  'thanks.missing.heading': 'This receipt is not on this device.',
  'thanks.missing.lead': 'You may have told it on another one. Your story is not lost.',

  // Help
  'help.heading': 'Where help is',
  'help.lead': 'Nobody reads stories at once. If you need help now:',
  'help.lead.child': 'No one reads your story right now. To get help:',
  'help.lead.pro': 'Nobody reads accounts at once. Use your usual safeguarding route today.',
  'help.call': 'Call {number}',
  'help.close': 'Go back',
  'help.emergency': 'Emergency',
  'help.emergency.how': 'Call 999',
  'help.childline': 'Childline',
  'help.childline.how': 'Call 0800 1111. Free, any time, under 19.',

  // What can go wrong before a story is open
  'trouble.code': 'The code was “{code}”.',
  'trouble.unknown_code': 'We do not know this code.',
  'trouble.unknown_code.safe': 'Nothing is lost.',
  'trouble.unknown_code.next':
    'Look at the letters again: there is no 0, O, 1, I or L in a code. Or scan the picture once more.',
  'trouble.collector_closed': 'This link is closed.',
  'trouble.collector_closed.safe': 'Stories that were sent before are safe.',
  'trouble.collector_closed.next': 'Ask the person who gave you the link for a new one.',
  'trouble.no_network': 'There is no signal, and this link was never opened on this device.',
  'trouble.no_network.safe': 'Nothing is lost.',
  'trouble.no_network.next': 'Go where you have signal and open it once. After that it works without.',
  'trouble.too_many_tries': 'Too many codes were tried from here.',
  'trouble.too_many_tries.safe': 'Nothing is lost.',
  'trouble.too_many_tries.next': 'Wait a few minutes. Then try again.',
  'trouble.server': 'Our side is not working right now.',
  'trouble.server.safe': 'What is on this device stays on it.',
  'trouble.server.next': 'Wait a little. Then try again.',
  'trouble.questions': 'The questions are not on this device yet.',
  'trouble.questions.safe': 'Nothing is lost.',
  'trouble.questions.next': 'Go where you have signal. Then try again.',
  'trouble.page': 'A part of this page did not load.',
  'trouble.page.safe': 'What you told so far is kept on this device.',
  'trouble.page.next': 'Go where you have signal. Then try again.',
  'trouble.again': 'Try again',
  'trouble.home': 'Type a code',
} as const satisfies Catalogue;
