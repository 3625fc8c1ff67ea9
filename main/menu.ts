import { app, Menu } from 'electron';
import { DEV_SERVER } from './protocol';

/**
 * Linux and Windows need no menu: the page draws its own bar, and editing keys work without one.
 * On a Mac copy and paste work only through a menu. During development Electron's own menu stays, with its tools.
 */
export function setMenu(): void {
  if (DEV_SERVER !== undefined) return;
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: app.name, role: 'appMenu' },
      { role: 'editMenu' },
      { role: 'windowMenu' },
    ]),
  );
}
