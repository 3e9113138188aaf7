import { useState } from 'preact/hooks';
import licences from 'virtual:licences';
import type { Language, Settings, Theme } from '../../app/state.ts';
import { languages } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** Language, colours, the ways to the ritual phrases, the reasons and the history, who judges and how it goes on, erasing everything, and what the page is made of. */
export function SettingsDialog(props: {
  settings: Settings;
  onPhrases: () => void;
  onReasons: () => void;
  onHistory: () => void;
  onClose: () => void;
}) {
  const { settings, onClose } = props;
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  const languageOptions: readonly (readonly [Language | null, string])[] = [
    [null, messages.followSystem],
    ['zh-CN', languages['zh-CN'].languageName],
    ['en', languages.en.languageName],
  ];
  const themeOptions: readonly (readonly [Theme | null, string])[] = [
    [null, messages.followSystem],
    ['light', messages.light],
    ['dark', messages.dark],
  ];
  return (
    <Dialog title={messages.settings} name="settings" onClose={onClose}>
      <Choice
        label={messages.language}
        options={languageOptions}
        value={settings.language}
        onChoose={(language) => void workspace.set({ language })}
      />
      <Choice
        label={messages.theme}
        options={themeOptions}
        value={settings.theme}
        onChoose={(theme) => void workspace.set({ theme })}
      />
      <div class="choice">
        <span>{messages.ritualPhrases}</span>
        <button
          type="button"
          class="framed"
          aria-label={messages.editRitualPhrases}
          onClick={props.onPhrases}
        >
          {messages.editPhrases}
        </button>
      </div>
      <div class="choice">
        <span>{words.reasonsTitle}</span>
        <button type="button" class="framed" aria-label={words.editReasons} onClick={props.onReasons}>
          {messages.editPhrases}
        </button>
      </div>
      <div class="choice">
        <label for="reviewer">{words.reviewer}</label>
        <input
          id="reviewer"
          class="line"
          value={settings.reviewer}
          placeholder={words.me}
          title={words.reviewerHint}
          maxLength={40}
          onChange={(event) => void workspace.set({ reviewer: event.currentTarget.value.trim() })}
        />
      </div>
      <div class="choice">
        <label for="advance">{words.advance}</label>
        <input
          id="advance"
          type="checkbox"
          checked={settings.advance}
          onChange={(event) => void workspace.set({ advance: event.currentTarget.checked })}
        />
      </div>
      <div class="choice">
        <span>{words.history}</span>
        <button
          type="button"
          class="framed"
          aria-label={`${words.history} ${words.openHistory} H`}
          onClick={props.onHistory}
        >
          {words.openHistory} <kbd>H</kbd>
        </button>
      </div>
      <Erase onErased={onClose} />
      <section class="about">
        <h3>{messages.about}</h3>
        <p>
          {messages.name} · {messages.version(__VERSION__)}
        </p>
        <p>{messages.aboutText}</p>
        <details>
          <summary>{messages.licences}</summary>
          {licences.map(({ name, version, licence, text }) => (
            <details key={name}>
              <summary>
                {name} {version} · {licence}
              </summary>
              <pre>{text}</pre>
            </details>
          ))}
        </details>
      </section>
    </Dialog>
  );
}

function Choice<Value extends string | null>(props: {
  label: string;
  options: readonly (readonly [Value, string])[];
  value: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      <span>{props.label}</span>
      <div class="segmented">
        {props.options.map(([value, name]) => (
          <button
            key={name}
            type="button"
            aria-pressed={value === props.value}
            onClick={() => props.onChoose(value)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Erasing asks once, in place. */
function Erase({ onErased }: { onErased: () => void }) {
  const { workspace, messages } = useInterface();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" class="framed grave" onClick={() => setAsking(true)}>
        {messages.erase}
      </button>
    );
  }
  return (
    <div class="question" role="alert">
      <p>{messages.eraseQuestion}</p>
      <button
        type="button"
        class="framed grave"
        onClick={() => {
          onErased();
          void workspace.eraseAll();
        }}
      >
        {messages.eraseConfirm}
      </button>
      <button type="button" class="framed" onClick={() => setAsking(false)}>
        {messages.cancel}
      </button>
    </div>
  );
}
