import { useState } from 'preact/hooks';
import { useMessages } from '../hooks/context.ts';

/** Who speaks, and as what. */
export function SpeakerForm(props: {
  speaker: string;
  role: string;
  onSave: (speaker: string, role: string) => void;
  onCancel: () => void;
}) {
  const messages = useMessages();
  const [speaker, setSpeaker] = useState(props.speaker);
  const [role, setRole] = useState(props.role);
  return (
    <form
      class="speaker-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(speaker.trim(), role.trim());
      }}
      onKeyDown={(event) => {
        if (event.code === 'Escape') props.onCancel();
      }}
    >
      <label>
        {messages.speaker}
        <input value={speaker} autoFocus onInput={(event) => setSpeaker(event.currentTarget.value)} />
      </label>
      <label>
        {messages.role}
        <input value={role} onInput={(event) => setRole(event.currentTarget.value)} />
      </label>
      <button type="submit" class="framed primary">
        {messages.save}
      </button>
      <button type="button" class="framed" onClick={props.onCancel}>
        {messages.cancel}
      </button>
    </form>
  );
}
