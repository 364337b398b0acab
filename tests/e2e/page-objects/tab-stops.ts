/** How often Tab (or, below 0, Shift and Tab) must be pressed to come to an element. Runs in the page. */
export function tabsTo(target: Element): number {
  const inDialog = document.querySelector('dialog[open]');
  const stops = [
    ...(inDialog ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, summary, [tabindex="0"]',
    ),
  ].filter((element) => {
    if (element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element === target || !(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)];
    // Of a radio group Tab stops at one only.
    return (
      !group.includes(target as HTMLInputElement) && element === (group.find(({ checked }) => checked) ?? group[0])
    ); // only compared
  });
  const from = document.activeElement ?? document.body;
  const follows = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (from === target) return 0;
  if (from === document.body || follows(from, target))
    return stops.filter((stop) => (from === document.body || follows(from, stop)) && !follows(target, stop)).length;
  return -stops.filter((stop) => follows(stop, from) && !follows(stop, target)).length;
}
