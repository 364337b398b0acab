/** The steward's page about the languages tellers can read. */
export const languages = {
  title: 'Languages',
  words:
    'Which languages tellers of {programme} can choose. English is always there. Nothing changes for stories told before.',
  draft: 'Draft: nobody has confirmed these words.',
  reviewed: 'Reviewed by {name} on {date}.',
  outdated: 'Draft again: the words have changed since {name} reviewed them on {date}.',
  offered: 'Tellers can choose it.',
  offered_draft: 'Tellers can choose it. Every screen says that it is a draft.',
  offered_heard: 'It is offered.',
  not_offered: 'Tellers cannot choose it.',
  offer: 'Offer it',
  offer_draft: 'Offer it as a draft',
  withdraw: 'Stop offering it',
  which: '{act}: {language}',
  review: 'Mark as reviewed',
  review_words:
    'Somebody who speaks the language well has read every text against the English, best with a second person who put it back into English without seeing ours.',
  reviewer: 'Who read it',
  reviewer_hint: 'As it should stand in the record of this programme.',
  heard_words:
    'Romani is heard, not read: it needs recordings. Beside them stands the text of another language. Tellers can choose it as soon as there are recordings and it is offered.',
  heard_text: 'Text beside the recordings',
  done_offer: '{language} is offered now.',
  done_withdraw: '{language} is no longer offered.',
  done_review: '{language} is marked as reviewed, and offered.',
  unknown_language: 'There are no words in this language. Nothing was changed.',
  words_changed: 'The words changed while this page was open. Nothing was marked. Please read them again.',
  reviewer_missing: 'Please say who read it.',
} as const;
