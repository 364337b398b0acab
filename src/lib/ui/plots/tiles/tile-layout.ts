/** A cell of the tile map. */
export interface TilePlace {
  readonly row: number;
  readonly column: number;
}

/** An opened tile covers two by two cells, growing inward so that it never leaves the map. */
export function openedPlace(tile: TilePlace, rows: number, columns: number): TilePlace {
  return { row: Math.max(0, Math.min(tile.row, rows - 2)), column: Math.max(0, Math.min(tile.column, columns - 2)) };
}

/** How many rows and columns the tiles need; areas without a tile are laid into a grid of `wrap` columns. */
export function gridSize(tiles: readonly TilePlace[]): { rows: number; columns: number } {
  return {
    rows: 1 + Math.max(-1, ...tiles.map((tile) => tile.row)),
    columns: 1 + Math.max(-1, ...tiles.map((tile) => tile.column)),
  };
}

/** The tile of each area in turn: its authored one, else the next cell of a grid three wide. */
export function tilePlaces(areas: readonly { readonly tile?: TilePlace | undefined }[], wrap = 3): TilePlace[] {
  const authored = areas.every((area) => area.tile !== undefined);
  return areas.map((area, index) =>
    authored && area.tile ? area.tile : { row: Math.floor(index / wrap), column: index % wrap },
  );
}
