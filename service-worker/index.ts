import { clientsClaim } from 'workbox-core';
import { askForRestores } from './ask-epoch';
import { listenForBackgroundSync } from './background-sync';
import { keepChosenFaces } from './faces';
import { keepLanguages } from './languages';
import { lookForVersion } from './look-for-version';
import { precacheTell } from './precache';
import { serveTell } from './routes';
import { takeOverWhenAsked } from './take-over';

// Tell's shell comes from here from its second visit on, and a face that somebody chose to read in; nothing else is kept
// here: no story, no answer of the API, nothing that belongs to staff (docs/decisions/120-offline-shell-and-take-over.md).
//
// What only listens comes first: an answer (`respondWith`) ends an event for all that would hear of it later.
askForRestores();
lookForVersion();
precacheTell();
serveTell();
keepLanguages();
keepChosenFaces();
listenForBackgroundSync();
takeOverWhenAsked();
// The page that installed the first worker is served by it without a reload.
clientsClaim();
