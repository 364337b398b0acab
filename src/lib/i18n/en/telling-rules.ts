/** Words of the steward's page on how stories are told: whose yes is asked for, and how triads are shown. */
export const tellingRules = {
  heading: 'How stories are told',
  words: 'What you set here reaches a device the next time it opens a link of this programme with a network.',
  saved: 'Saved.',
  not_understood: 'Nothing was changed: pick one of the choices and save again.',

  under13: 'Tellers under 13',
  under13_words:
    'From 13 on people decide for themselves. Under 13 the child is always asked, a no always ends it, and help never waits for a grown-up.',
  parent_agrees: 'A parent or carer agrees first',
  parent_agrees_more: 'Their page comes on the same device, before the child is asked.',
  setting_informs: 'The setting has told the parents',
  setting_informs_more: 'Somebody from the school, hub or service says so, and that no parent said no.',
  competent_child: 'The child alone, with a trained helper',
  competent_child_more: 'The helper says that they are there, that they are trained, and that the child understands.',
  save: 'Save',

  corners: 'Corners of the triads',
  corners_words:
    'Where a label stands can pull answers to it. You can turn and mirror the triads differently for each teller; answers are kept by label all the same, with the order that was shown.',
  label_order: 'The same for everybody',
  varied: 'Turned or mirrored for each teller',
  collector: '{name} ({code})',
  no_collectors: 'This programme has no collectors yet.',
} as const;
