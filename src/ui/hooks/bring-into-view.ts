/**
 * Where either side of a difference is in sight, nothing moves; else it comes to the middle, with what stands before and
 * behind it. What covers the edges (heads, the bar of decisions) is in the marks' scroll margins.
 */
export function bringIntoView(scroller: HTMLElement, difference: number): void {
  const marks = [...scroller.querySelectorAll(`.galley [data-difference="${difference}"]`)];
  const [first] = marks;
  if (first === undefined) return;
  const view = scroller.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(first);
  const top = Math.max(view.top, 0) + Number.parseFloat(scrollMarginTop);
  const bottom = Math.min(view.bottom, innerHeight) - Number.parseFloat(scrollMarginBottom);
  const isInSight = marks.some((mark) => {
    const box = mark.getBoundingClientRect();
    return box.top >= top && box.top < bottom;
  });
  if (!isInSight) first.scrollIntoView({ block: 'center' });
}
