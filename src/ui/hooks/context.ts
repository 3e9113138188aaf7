import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Workspace } from '../../app/workspace.ts';
import type { Messages } from '../../i18n/index.ts';

/** What every view may use: the workspace and the words of the chosen language. */
export interface Interface {
  readonly workspace: Workspace;
  readonly messages: Messages;
}

export const InterfaceContext = createContext<Interface | null>(null);

/** The workspace and the words. Throws outside of the app: that is always a bug. */
export function useInterface(): Interface {
  const value = useContext(InterfaceContext);
  if (value === null) throw new Error('useInterface outside of the app');
  return value;
}

/** The words of the chosen language. */
export function useMessages(): Messages {
  return useInterface().messages;
}
