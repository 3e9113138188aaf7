// Runs in the page before its own script: writes down what passes between it and its workers, what it shows, and when
// its main thread was deaf. Plain JavaScript, because what tsx makes of a function with a name does not run in a page.
(() => {
  /** In milliseconds: between two looks at the clock; and the shortest silence that is written down. */
  const HEARTBEAT = 4;
  const SILENCE = 10;
  /** @type {import('./journal.ts').Journal} */
  const journal = { messages: [], states: [], tasks: [], silences: [], acts: [] };
  window.journal = journal;
  let workers = 0;

  window.Worker = new Proxy(window.Worker, {
    construct(Target, given) {
      const worker = Reflect.construct(Target, given);
      const number = workers++;
      const post = worker.postMessage;
      worker.postMessage = (/** @type {unknown[]} */ ...message) => {
        write(number, 'asked', message[0]);
        Reflect.apply(post, worker, message);
      };
      worker.addEventListener('message', (/** @type {MessageEvent} */ { data }) =>
        write(number, 'answered', data),
      );
      return worker;
    },
  });

  /**
   * @param {number} worker
   * @param {'asked' | 'answered'} way
   * @param {any} message
   */
  function write(worker, way, message) {
    const at = performance.now();
    const { kind, request = 0 } = message ?? {};
    /** @type {Record<string, number>} */
    const lengths = {};
    let largest = 0;
    for (const [name, value] of Object.entries(message ?? {})) {
      if (Array.isArray(value)) lengths[name] = value.length;
    }
    if (kind === 'detected') {
      // Columns, as `core/reuse/packed-detection.ts` packs them: four figures a pair, those of boilerplate last.
      const { figures, clusters, rest } = message.detection;
      const apart = rest.boilerplate.reduce(
        (/** @type {number} */ sum, /** @type {any} */ { pairs }) => sum + pairs,
        0,
      );
      lengths.pairs = figures.length / 4 - apart;
      lengths.clusters = clusters.length;
      for (const size of [...clusters, ...rest.boilerplate.map((/** @type {any} */ { members }) => members)])
        largest = Math.max(largest, size);
    }
    journal.messages.push({ worker, way, kind: String(kind), request, at, lengths, largest });
  }

  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - last - HEARTBEAT > SILENCE)
      journal.silences.push({ at: last, duration: now - last - HEARTBEAT });
    last = now;
  }, HEARTBEAT);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) journal.tasks.push({ at: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  for (const type of ['change', 'click']) {
    document.addEventListener(type, () => journal.acts.push({ at: performance.now(), type }), true);
  }
  new MutationObserver(() => {
    const state = document.querySelector('[data-testid=status]')?.getAttribute('data-state');
    if (!state || state === journal.states.at(-1)?.state) return;
    journal.states.push({ at: performance.now(), state });
  }).observe(document, { subtree: true, childList: true, attributes: true });
})();
