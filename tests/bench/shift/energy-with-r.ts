export function compareEnergyWithR(): void {}
