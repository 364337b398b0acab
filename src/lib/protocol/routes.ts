/** Every address of the API, once. */
export const API = {
  exchange: '/api/v1/collectors/exchange',
  /** `words`: which translation, where it is one. */
  edition: (framework: string, version: number, audience: string, locale: string, words?: string) =>
    `/api/v1/editions/${encodeURIComponent(framework)}/${version}/${audience}?locale=${encodeURIComponent(locale)}` +
    (words === undefined ? '' : `&words=${encodeURIComponent(words)}`),
  epoch: '/api/v1/epoch',
  push: '/api/v1/push',
  receipt: '/api/v1/receipts/look',
  lowerSharing: '/api/v1/receipts/sharing',
  withdraw: '/api/v1/receipts/withdraw',
  helpCalls: '/api/v1/help-calls',
  /** Where files of stories go, by the tus protocol; each upload gets an address below it. */
  media: '/api/v1/media',
  schema: '/api/v1/schema.json',
  /** Programmes anybody may know of: name and state for the front door. */
  programmes: '/api/v1/programmes',
  me: '/api/v1/me',
  firstSteward: '/api/v1/first-steward',
  invitations: '/api/v1/invitations',
  acceptInvitation: '/api/v1/invitations/accept',
  queue: (programme: string) => `/api/v1/care/${programme}/queue`,
  careStory: (programme: string, id: string) => `/api/v1/care/${programme}/stories/${id}`,
  reading: (programme: string, id: string) => `/api/v1/care/${programme}/stories/${id}/reading`,
  helpCall: (programme: string, id: string, what: 'contact' | 'end' | 'note') =>
    `/api/v1/care/${programme}/help-calls/${id}/${what}`,
  careFile: (programme: string, id: string, sha256: string) =>
    `/api/v1/care/${programme}/stories/${id}/files/${sha256}`,
  exploreHead: (programme: string) => `/api/v1/explore/${programme}`,
  columns: (programme: string) => `/api/v1/explore/${programme}/columns`,
  releasedTables: (programme: string) => `/api/v1/explore/${programme}/tables`,
  exploreStories: (programme: string) => `/api/v1/explore/${programme}/stories`,
  exploreFile: (programme: string, serial: number, sha256: string) =>
    `/api/v1/explore/${programme}/stories/${serial}/files/${sha256}`,
  wordUse: (programme: string) => `/api/v1/explore/${programme}/words`,
  reach: (programme: string) => `/api/v1/explore/${programme}/reach`,
  regions: (programme: string) => `/api/v1/explore/${programme}/regions`,
  retireRegion: (programme: string, id: string) => `/api/v1/explore/${programme}/regions/${id}/retire`,
  patternNames: (programme: string) => `/api/v1/explore/${programme}/pattern-names`,
} as const;
