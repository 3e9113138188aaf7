/** Every way known to us by which a script could send something out of a page, without leaving the page. */
export const CHANNELS = [
  'fetch',
  'xhr',
  'beacon',
  'websocket',
  'eventsource',
  'image',
  'background',
  'font',
  'stylesheet',
  'script',
  'modulepreload',
  'preload',
  'prefetch',
  'preconnect',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'track',
  'form',
  'worker-fetch',
  'worker-import',
  'icon',
  'manifest',
] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * Tries one channel to `target`, and waits long enough for a connection to be made. Runs inside the page, so that it
 * uses nothing from outside itself and names its helpers within.
 */
export async function tryChannel([channel, target]: readonly [Channel, string]): Promise<void> {
  const attempts: Record<Channel, () => unknown> = {
    fetch: () => fetch(target, { mode: 'no-cors' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', target);
      request.send();
    },
    beacon: () => navigator.sendBeacon(target, 'text'),
    websocket: () => new WebSocket(target.replace('http', 'ws')),
    eventsource: () => new EventSource(target),
    image: () => add('img', { src: target }),
    background: () => {
      document.body.style.backgroundImage = `url(${target})`;
    },
    font: () => new FontFace('probe', `url(${target})`).load(),
    stylesheet: () => add('link', { rel: 'stylesheet', href: target }),
    script: () => add('script', { src: target }),
    modulepreload: () => add('link', { rel: 'modulepreload', href: target }),
    preload: () => add('link', { rel: 'preload', as: 'image', href: target }),
    prefetch: () => add('link', { rel: 'prefetch', href: target }),
    preconnect: () => add('link', { rel: 'preconnect', href: target }),
    iframe: () => add('iframe', { src: target }),
    object: () => add('object', { data: target }),
    embed: () => add('embed', { src: target }),
    audio: () => add('audio', { src: target, preload: 'auto' }),
    video: () => add('video', { poster: target }),
    track: () => {
      const video = add('video', {}) as HTMLVideoElement;
      const track = video.appendChild(document.createElement('track'));
      track.default = true;
      track.src = target;
      track.track.mode = 'showing';
    },
    form: () => {
      add('iframe', { name: 'nowhere' });
      (add('form', { action: target, method: 'post', target: 'nowhere' }) as HTMLFormElement).submit();
    },
    'worker-fetch': () => startWorker(`fetch(${JSON.stringify(target)}, { mode: 'no-cors' })`),
    'worker-import': () => startWorker(`importScripts(${JSON.stringify(target)})`),
    icon: () => add('link', { rel: 'icon', href: target }),
    manifest: () => add('link', { rel: 'manifest', href: target }),
  };
  try {
    // What it comes to is seen outside; a refusal that arrives later is no error of the trial.
    Promise.resolve(attempts[channel]()).catch(() => null);
  } catch {
    // Refused at once: as it should be.
  }
  await new Promise((resolve) => setTimeout(resolve, 250));

  function add(name: string, attributes: Record<string, string>): HTMLElement {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return document.body.appendChild(element);
  }

  function startWorker(code: string): Worker {
    return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  }
}
