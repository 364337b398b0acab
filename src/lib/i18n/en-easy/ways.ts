import type { Translated } from '../catalogue';
import { ways as english } from '../en/ways';

/** Draft. Easy English: one idea in a sentence, at most ten words. */
export const ways: Translated<typeof english> = {
  ...english,
  'ways.more': 'Each way can be your whole story. You need no words.',
  'ways.not_here': 'This part did not load. Go where you have signal. Then try again. We kept what you told.',
  'ways.full': 'There is no room for more files. Throw one away first.',
  'ways.not_kept': 'We could not keep this. The device is full. Make some space. Then try again.',
  'ways.not_kept.child': 'We could not keep it. There is no room left. Ask a grown-up.',

  'made.sure': 'Throw it away? You can not get it back.',
  'made.gone': 'The file is not on this device now.',

  'speak.lead': 'You can talk for 5 minutes. You can stop and go on. Listen to it before you send it.',
  'speak.names': 'Please do not say names of other people.',
  'speak.asking': 'Your device asks to listen. Say yes to record.',
  'speak.asking.child': 'It asks to listen. Say yes to go on.',
  'speak.level': 'How loud you are',
  'speak.almost': 'You have 30 seconds left',
  'speak.refused': 'This page may not use the microphone. Allow it in the browser settings. Or tell it another way.',
  'speak.refused.child': 'It may not listen. Ask a grown-up. Or pick another way.',
  'speak.no_microphone': 'We found no microphone. Tell it another way.',
  'speak.failed': 'The recording stopped. We kept what you said.',
  'speak.failed.child': 'It stopped. We kept what you said.',
  'speak.not_able': 'This browser can not record. Tell it another way.',
  'speak.found': 'A recording stopped too soon. Do you want to keep it?',

  'draw.lead': 'Draw with your finger, a pen or a mouse. Or press the buttons to put stamps.',
  'draw.column.2': 'middle',
  'draw.stamped': '{what} is there: {where}',
  'draw.keys': 'Choose a stamp. Then press a place.',
  'draw.keep_new': 'This makes a new drawing. We keep your other drawings too.',

  'photo.faces': 'Please show no faces. Please show no names. Not yours. Not other people’s.',
  'photo.look': 'Look at it. Can you see a face or a name?',
  'photo.clean': 'We do not keep where and when you took it.',
  'photo.not_read': 'We could not read this photo. Choose another one.',

  'pictures.lead': 'Press pictures in the order you want. You can press one in your row. Then move it or take it off.',
  'pictures.no_match': 'We have no picture for that word. Try another one.',

  'helper.lead':
    'This is for the person who helps. The story belongs to the person who tells it. What you think has its own place.',
  'helper.asked': 'Who are you to the person with this story?',
  'helper.who.health': 'Nurse, doctor or other health worker',
  'helper.who.advocate': 'Advocate: I speak for them',
  'helper.wrote': 'Whose words do you write down?',
  'helper.wrote.no': 'Their own words. I helped them type, read or press.',
  'helper.how.eyes': 'Looking with their eyes',
  'helper.view': 'Do you want to say what you think?',
  'helper.view.title': 'What the helper thinks',
  'helper.view.hint': 'We keep it apart from the story. We always show that it is yours.',
  'helper.nobody': 'Nobody helps',
};
