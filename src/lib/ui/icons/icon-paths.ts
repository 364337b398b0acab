/** Icons on a 24 px grid, drawn with 2.2 px round lines. Each is a list of SVG path data. */
export const ICON_PATHS = {
  stop: ['M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2z', 'M9.2 9.2l5.6 5.6', 'M14.8 9.2l-5.6 5.6'],
  help: [
    'M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4z',
    'M12 8.2a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6z',
    'M5.6 5.6l3.6 3.6',
    'M14.8 14.8l3.6 3.6',
    'M18.4 5.6l-3.6 3.6',
    'M9.2 14.8l-3.6 3.6',
  ],
  listen: ['M4 9.5v5h3.2l4.6 4V5.5l-4.6 4z', 'M15.2 9.2a4 4 0 0 1 0 5.6', 'M18 6.6a7.6 7.6 0 0 1 0 10.8'],
  pause: ['M8.5 5v14', 'M15.5 5v14'],
  quiet: ['M4 9.5v5h3.2l4.6 4V5.5l-4.6 4z', 'M15.8 9.4l5.2 5.2', 'M21 9.4l-5.2 5.2'],
  letters: ['M3 18.5L8 5.5l5 13', 'M4.8 14h6.4', 'M21 12.5v6', 'M18 12.2a3.1 3.1 0 1 0 0 6.2a3.1 3.1 0 1 0 0-6.2z'],
  list: ['M9 6h11', 'M9 12h11', 'M9 18h11', 'M4.2 6h.6', 'M4.2 12h.6', 'M4.2 18h.6'],
  triangle: ['M12 4l9 16H3z'],
  back: ['M15 5l-7 7l7 7'],
  next: ['M9 5l7 7l-7 7'],
  down: ['M5 9l7 7l7-7'],
  undo: ['M8.5 4.5L4 9l4.5 4.5', 'M4 9h10a5.2 5.2 0 0 1 0 10.4h-4'],
  tick: ['M4.5 12.5l5 5L19.5 7'],
  close: ['M5.5 5.5l13 13', 'M18.5 5.5l-13 13'],
  plus: ['M12 4.5v15', 'M4.5 12h15'],
  misfit_triad: ['M4.6 4.2a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z', 'M13.5 8l7.2 12H6.3z'],
  misfit_line: ['M5 3.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z', 'M3 16h18', 'M3 13.4v5.2', 'M21 13.4v5.2'],
  misfit_field: ['M4.6 3.4a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z', 'M9 10h11.4v10H9z'],
  print: ['M7 9V3.8h10V9', 'M7 17H4V9h16v8h-3', 'M7 14h10v6.2H7z'],
  link: [
    'M10 14a4.2 4.2 0 0 0 6 0l3.4-3.4a4.2 4.2 0 0 0-6-6l-1.4 1.4',
    'M14 10a4.2 4.2 0 0 0-6 0l-3.4 3.4a4.2 4.2 0 0 0 6 6l1.4-1.4',
  ],
  sun: [
    'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
    'M12 2.5v2',
    'M12 19.5v2',
    'M2.5 12h2',
    'M19.5 12h2',
    'M5.3 5.3l1.4 1.4',
    'M17.3 17.3l1.4 1.4',
    'M18.7 5.3l-1.4 1.4',
    'M6.7 17.3l-1.4 1.4',
  ],
  table: ['M3.5 5h17v14h-17z', 'M3.5 10h17', 'M3.5 14.5h17', 'M9.5 10v9'],
  flag: ['M6 21V4', 'M6 4.6h11l-2.4 4l2.4 4H6'],
  eye: ['M2.5 12c3-5 6-7 9.5-7s6.5 2 9.5 7c-3 5-6 7-9.5 7s-6.5-2-9.5-7z', 'M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z'],
  person: ['M12 3.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6z', 'M4.5 20.5c.6-4.4 3.6-6.6 7.5-6.6s6.9 2.2 7.5 6.6'],
  key: ['M8 9.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z', 'M11.4 11L20 2.8', 'M16.5 6.2l2.8 2.8'],
  leave: ['M10 4H4.5v16H10', 'M9 12h11.5', 'M16.5 8l4 4l-4 4'],
  lasso: [
    'M12 4c5 0 8.5 2.4 8.5 5.6S17 15.4 12 15.4S3.5 12.9 3.5 9.6S7 4 12 4z',
    'M7.6 14.6c-1.8 1.4-1.4 3.6.8 3.9c1.6.2 2 1.3 1.2 2.5',
  ],
  phone: ['M7.5 2.8h9v18.4h-9z', 'M11 18.2h2'],
  info: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M12 11v5.5', 'M12 7.4v.2'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof ICON_PATHS;

/** Mirrored with the reading direction: arrows of going on and back. Clocks, pins and numbers are not. */
export const MIRRORED: ReadonlySet<IconName> = new Set<IconName>([
  'back',
  'next',
  'undo',
  'listen',
  'quiet',
  'list',
  'leave',
]);
