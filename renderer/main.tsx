import { Component, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { listenToKeys } from './keyboard';
import { connect, startLibrary } from './start';
import { prepareBareWords } from './state/bare-words';
import { followSettings } from './state/settings';
import { followOpenArticles } from './state/shelving';
import { reportFailure } from './state/status';
import { i18next } from './strings/i18n';
import { Button } from './ui/controls';
import './ui/base.css';
// Last: what it says of marks and buttons holds against everything before it.
import './ui/forced-colors.css';

/** Shows a bug of the interface instead of an empty window; what is saved is in the main process's hands. */
class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="empty" role="alert">
        <p>{i18next.t('failure.crash')}</p>
        <Button look="primary" large onClick={() => location.reload()}>
          {i18next.t('failure.reload')}
        </Button>
      </div>
    );
  }
}

followSettings();
followOpenArticles();
prepareBareWords();
connect();
listenToKeys();
startLibrary().catch(reportFailure);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <App />
    </Boundary>
  </StrictMode>,
);
