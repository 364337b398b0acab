import type { AreaScheme } from './area-scheme';

/**
 * Sheffield's places. Names, codes and the grouping of wards are facts published by the council and the Office for
 * National Statistics; the tile layout is ours. Boundaries are not here: a steward imports them.
 */
export const SHEFFIELD_LACS: AreaScheme = {
  id: 'lac',
  name: 'Local Area Committees',
  unit: 'Local Area Committee',
  provisional: false,
  areas: [
    { id: 'north', name: 'North', tile: { row: 0, column: 0 } },
    { id: 'north_east', name: 'North East', tile: { row: 0, column: 1 } },
    { id: 'central', name: 'Central', tile: { row: 1, column: 1 } },
    { id: 'east', name: 'East', tile: { row: 1, column: 2 } },
    { id: 'south_east', name: 'South East', tile: { row: 2, column: 2 } },
    { id: 'south_west', name: 'South West', tile: { row: 1, column: 0 } },
    { id: 'south', name: 'South', tile: { row: 2, column: 1 } },
  ],
};

/** In force since May 2016. The 2025 change of the city's north-west border is not in these codes. */
export const SHEFFIELD_WARDS: AreaScheme = {
  id: 'ward',
  name: 'Wards',
  unit: 'ward',
  provisional: false,
  areas: [
    {
      id: 'east_ecclesfield',
      name: 'East Ecclesfield',
      code: 'E05010866',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'north' },
    },
    {
      id: 'stannington',
      name: 'Stannington',
      code: 'E05010880',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'north' },
    },
    {
      id: 'stocksbridge_and_upper_don',
      name: 'Stocksbridge and Upper Don',
      code: 'E05010881',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'north' },
    },
    {
      id: 'west_ecclesfield',
      name: 'West Ecclesfield',
      code: 'E05010883',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'north' },
    },
    {
      id: 'burngreave',
      name: 'Burngreave',
      code: 'E05010861',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'north_east' },
    },
    {
      id: 'firth_park',
      name: 'Firth Park',
      code: 'E05010868',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'north_east' },
    },
    {
      id: 'shiregreen_and_brightside',
      name: 'Shiregreen and Brightside',
      code: 'E05010878',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'north_east' },
    },
    {
      id: 'southey',
      name: 'Southey',
      code: 'E05010879',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'north_east' },
    },
    {
      id: 'broomhill_and_sharrow_vale',
      name: 'Broomhill and Sharrow Vale',
      code: 'E05010860',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'central' },
    },
    {
      id: 'city',
      name: 'City',
      code: 'E05010862',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'central' },
    },
    {
      id: 'hillsborough',
      name: 'Hillsborough',
      code: 'E05010872',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'central' },
    },
    {
      id: 'walkley',
      name: 'Walkley',
      code: 'E05010882',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'central' },
    },
    {
      id: 'darnall',
      name: 'Darnall',
      code: 'E05010864',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'east' },
    },
    {
      id: 'manor_castle',
      name: 'Manor Castle',
      code: 'E05010873',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'east' },
    },
    {
      id: 'park_and_arbourthorne',
      name: 'Park and Arbourthorne',
      code: 'E05010876',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'east' },
    },
    {
      id: 'richmond',
      name: 'Richmond',
      code: 'E05010877',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'east' },
    },
    {
      id: 'beighton',
      name: 'Beighton',
      code: 'E05010858',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'south_east' },
    },
    {
      id: 'birley',
      name: 'Birley',
      code: 'E05010859',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'south_east' },
    },
    {
      id: 'mosborough',
      name: 'Mosborough',
      code: 'E05010874',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'south_east' },
    },
    {
      id: 'woodhouse',
      name: 'Woodhouse',
      code: 'E05010884',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'south_east' },
    },
    {
      id: 'crookes_and_crosspool',
      name: 'Crookes and Crosspool',
      code: 'E05010863',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'south_west' },
    },
    {
      id: 'dore_and_totley',
      name: 'Dore and Totley',
      code: 'E05010865',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'south_west' },
    },
    {
      id: 'ecclesall',
      name: 'Ecclesall',
      code: 'E05010867',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'south_west' },
    },
    {
      id: 'fulwood',
      name: 'Fulwood',
      code: 'E05010869',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'south_west' },
    },
    {
      id: 'beauchief_and_greenhill',
      name: 'Beauchief and Greenhill',
      code: 'E05010857',
      tile: { row: 0, column: 0 },
      within: { scheme: 'lac', area: 'south' },
    },
    {
      id: 'gleadless_valley',
      name: 'Gleadless Valley',
      code: 'E05010870',
      tile: { row: 0, column: 1 },
      within: { scheme: 'lac', area: 'south' },
    },
    {
      id: 'graves_park',
      name: 'Graves Park',
      code: 'E05010871',
      tile: { row: 1, column: 0 },
      within: { scheme: 'lac', area: 'south' },
    },
    {
      id: 'nether_edge_and_sharrow',
      name: 'Nether Edge and Sharrow',
      code: 'E05010875',
      tile: { row: 1, column: 1 },
      within: { scheme: 'lac', area: 'south' },
    },
  ],
};

/**
 * The seven SEND localities are families of schools, not polygons. No public list was found, so these names are
 * placeholders that the steward replaces; nothing maps wards onto them.
 */
export const SHEFFIELD_SEND_LOCALITIES: AreaScheme = {
  id: 'send_locality',
  name: 'SEND localities',
  unit: 'SEND locality',
  provisional: true,
  areas: [
    { id: 'locality_a', name: 'Locality A', tile: { row: 0, column: 0 } },
    { id: 'locality_b', name: 'Locality B', tile: { row: 0, column: 1 } },
    { id: 'locality_c', name: 'Locality C', tile: { row: 0, column: 2 } },
    { id: 'locality_d', name: 'Locality D', tile: { row: 1, column: 0 } },
    { id: 'locality_e', name: 'Locality E', tile: { row: 1, column: 1 } },
    { id: 'locality_f', name: 'Locality F', tile: { row: 1, column: 2 } },
    { id: 'locality_g', name: 'Locality G', tile: { row: 2, column: 0 } },
  ],
};

export const SHEFFIELD_SCHEMES: readonly AreaScheme[] = [SHEFFIELD_LACS, SHEFFIELD_WARDS, SHEFFIELD_SEND_LOCALITIES];
