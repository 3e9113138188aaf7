import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What LibreOffice makes of a file with all revisions accepted or refused: its text, a line a paragraph. */
export interface Settled {
  readonly accepted: string;
  readonly refused: string;
}

/** Whether LibreOffice is installed; says so loudly when it is not. */
export function hasWriter(): boolean {
  const isThere = spawnSync('soffice', ['--version']).status === 0;
  if (!isThere)
    console.warn('!!! LEFT OUT: revisions in LibreOffice, because no soffice was found on this machine.');
  return isThere;
}

/** A macro of a profile of its own, so that one start serves all files and no further package is needed. */
const MACRO = `
Sub Settle(folder As String, count As Integer)
  For i = 0 To count - 1
    One(folder, i, "accepted", ".uno:AcceptAllTrackedChanges")
    One(folder, i, "refused", ".uno:RejectAllTrackedChanges")
  Next i
  StarDesktop.terminate()
End Sub

Sub One(folder As String, index As Integer, ending As String, command As String)
  On Error Resume Next
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL(folder & "/" & index & ".docx", "_blank", 0, opening())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, none())
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Text (encoded)"
  saving(1).Name = "FilterOptions"
  saving(1).Value = "UTF8,LF"
  doc.storeToURL(folder & "/" & index & "." & ending & ".txt", saving())
  doc.close(True)
End Sub
`;
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Opens files in LibreOffice and settles all their revisions. One start for all; throws when a file does not open. */
export function settled(files: readonly Uint8Array[]): readonly Settled[] {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-revisions-'));
  try {
    const run = (...more: readonly string[]) => {
      const options = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--norestore',
        ...more,
      ];
      spawnSync('soffice', options, { stdio: 'ignore', timeout: 300_000 });
    };
    // The first start lays out the profile, over whatever stands there.
    run('--terminate_after_init');
    const basic = join(folder, 'profile/user/basic/Standard');
    mkdirSync(basic, { recursive: true });
    writeFileSync(
      join(basic, 'script.xlb'),
      `${HEAD}<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Revisions"/></library:library>`,
    );
    writeFileSync(
      join(basic, 'Revisions.xba'),
      `${HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Revisions" script:language="StarBasic">${MACRO.replaceAll('&', '&amp;')}</script:module>`,
    );
    for (const [index, bytes] of files.entries()) writeFileSync(join(folder, `${index}.docx`), bytes);
    run(`macro:///Standard.Revisions.Settle("file://${folder}",${files.length})`);
    return files.map((_, index) => ({ accepted: read(index, 'accepted'), refused: read(index, 'refused') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function read(index: number, ending: string): string {
    const path = join(folder, `${index}.${ending}.txt`);
    if (!existsSync(path)) throw new Error(`LibreOffice did not open file ${index}`);
    return readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  }
}
